"""The validator refuses what JSON Schema refuses, and accepts what it accepts."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from validator import Validator

DAY = {"type": "object", "required": ["day"], "properties": {"day": {"type": "string"}}}

# schema, values that fit, values that do not
CASES = {
    "a type": ({"type": "string"}, ["", "x"], [1, None, [], {}, True]),
    "one of two types": ({"type": ["integer", "null"]}, [3, None], ["3", 3.5, False]),
    "an object is not a list": ({"type": "object"}, [{}], [[], ""]),
    "a list is not an object": ({"type": "array"}, [[]], [{}, "[]"]),
    "a whole float is an integer": ({"type": "integer"}, [1, 1.0, -2], [1.5, "1"]),
    "true is no number": ({"type": "number"}, [0, 0.5], [True, False]),
    "one is not true": ({"type": "boolean"}, [True, False], [0, 1]),
    "a constant": ({"const": 1}, [1, 1.0], [2, "1", True]),
    "an enumeration": ({"enum": ["a", 0]}, ["a", 0], ["b", "A", False]),
    "a required member": (DAY, [{"day": "x"}, {"day": "x", "more": 1}], [{}, {"Day": "x"}]),
    "a member's schema": (DAY, [{"day": ""}], [{"day": None}, {"day": 1}]),
    "required binds objects only": ({"required": ["a"]}, [1, [], {"a": None}], [{}]),
    "properties bind what is there": ({"properties": {"a": {"type": "null"}}}, [{}, 1], [{"a": 1}]),
    "every item": ({"items": {"type": "integer"}}, [[], [1, 2], "x"], [[1, "2"], [None]]),
    "a shortest length": ({"minLength": 1}, ["x", "\n", 0], [""]),
    "a pattern is searched for": ({"pattern": "b"}, ["abc", 7], ["ac", ""]),
    "an anchored pattern takes no last line feed": ({"pattern": "^a$"}, ["a"], ["a\n", "ba", "ab"]),
    "an escaped dollar is a dollar": ({"pattern": "a\\$"}, ["a$"], ["a"]),
    "a minimum is allowed": ({"minimum": 0}, [0, 1, "x", None], [-1, -0.1]),
    "a maximum is allowed": ({"maximum": 10}, [10, -1, "99"], [11, 10.1]),
    "any of": ({"anyOf": [{"type": "null"}, {"const": 1}]}, [None, 1], [2, ""]),
    "one of, and not two": ({"oneOf": [{"minimum": 5}, {"maximum": 7}]}, [1, 9], [6]),
    "none of one of": ({"oneOf": [{"const": 1}, {"const": 2}]}, [1, 2], [3]),
    "a reference": ({"$ref": "#/$defs/a~1b", "$defs": {"a/b": {"const": 3}}}, [3], [4]),
    "format and description say nothing": ({"format": "date", "description": ""}, ["x", 1], []),
}


class ValidatorTest(unittest.TestCase):
    def test_every_keyword_accepts_and_refuses_as_the_standard_says(self):
        for name, (schema, good, bad) in CASES.items():
            validator = Validator(schema)
            for value in good:
                with self.subTest(name, fits=value):
                    self.assertEqual([], validator.complaints(value))
            for value in bad:
                with self.subTest(name, refused=value):
                    self.assertNotEqual([], validator.complaints(value))

    def test_a_keyword_it_does_not_know_is_an_error(self):
        for keyword in ("allOf", "minItems", "additionalProperties", "if", "prefixItems", "Type"):
            with self.subTest(keyword), self.assertRaisesRegex(ValueError, keyword):
                Validator({keyword: {}}).complaints({})

    def test_a_reference_that_leads_nowhere_is_an_error(self):
        with self.assertRaises(KeyError):
            Validator({"$ref": "#/$defs/none", "$defs": {}}).complaints(1)

    def test_a_complaint_names_the_place(self):
        schema = {"properties": {"list": {"items": DAY}}}
        self.assertEqual(["$.list[1].day: not of type string: 3", "$.list[2]: day is missing"],
                         Validator(schema).complaints({"list": [{"day": ""}, {"day": 3}, {}]}))

    def test_the_nearest_alternative_explains_what_is_wrong(self):
        schema = {"oneOf": [{"required": ["c", "d"]}, {"required": ["a", "b"]}]}
        self.assertEqual(["$: b is missing"], Validator(schema).complaints({"a": 1}))

    def test_only_a_closed_validator_minds_a_member_that_is_not_described(self):
        value = {"day": "x", "new": 1}
        self.assertEqual([], Validator(DAY).complaints(value))
        self.assertEqual(["$: new is not described"], Validator(DAY, closed=True).complaints(value))
        nested = {"items": {"$ref": "#/$defs/day"}, "$defs": {"day": DAY}}
        self.assertEqual(["$[0]: new is not described"],
                         Validator(nested, closed=True).complaints([value]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
