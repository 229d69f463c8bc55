"""JSON Schema 2020-12 as far as our schema uses it; any other keyword is an error.

complaints(value) lists what is wrong, as "$.entries[0].day: ...". A closed validator also complains
of members that the schema does not describe, which an ordinary reader must pass over.
"""

import re

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: is_number(value),
    "integer": lambda value: is_number(value) and value == int(value),
}
SILENT = {"$schema", "$id", "$defs", "title", "description", "format"}


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_same(left, right):
    """Equal as JSON: true is not 1."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def as_python(pattern):
    """ECMA's $ matches at the very end only, Python's also before a last line feed."""
    return re.sub(r"(?<!\\)\$$", r"\\Z", pattern)


class Validator:
    def __init__(self, schema, *, closed=False):
        self.root, self.closed = schema, closed

    def at(self, reference):
        """What a "#/..." points to."""
        found = self.root
        for step in reference.removeprefix("#").split("/")[1:]:
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return found

    def complaints(self, value, schema=None, place="$"):
        schema = self.root if schema is None else schema
        found = []
        for keyword, wanted in schema.items():
            if keyword in SILENT:
                continue
            check = getattr(self, "_" + keyword.lstrip("$"), None)
            if check is None:
                raise ValueError(f"the validator does not know the keyword {keyword}")
            found += check(wanted, value, place)
        if self.closed and isinstance(value, dict) and "properties" in schema:
            found += [f"{place}: {name} is not described" for name in value
                      if name not in schema["properties"]]
        return found

    def _type(self, wanted, value, place):
        names = [wanted] if isinstance(wanted, str) else wanted
        fits = any(TYPES[name](value) for name in names)
        return [] if fits else [f"{place}: not of type {' or '.join(names)}: {value!r}"]

    def _const(self, wanted, value, place):
        return [] if is_same(wanted, value) else [f"{place}: not {wanted!r}: {value!r}"]

    def _enum(self, wanted, value, place):
        known = any(is_same(each, value) for each in wanted)
        return [] if known else [f"{place}: none of {wanted}: {value!r}"]

    def _required(self, wanted, value, place):
        if not isinstance(value, dict):
            return []
        return [f"{place}: {name} is missing" for name in wanted if name not in value]

    def _properties(self, wanted, value, place):
        if not isinstance(value, dict):
            return []
        return [complaint for name, schema in wanted.items() if name in value
                for complaint in self.complaints(value[name], schema, f"{place}.{name}")]

    def _items(self, wanted, value, place):
        if not isinstance(value, list):
            return []
        return [complaint for i, item in enumerate(value)
                for complaint in self.complaints(item, wanted, f"{place}[{i}]")]

    def _minLength(self, wanted, value, place):
        short = isinstance(value, str) and len(value) < wanted
        return [f"{place}: shorter than {wanted}"] if short else []

    def _pattern(self, wanted, value, place):
        misses = isinstance(value, str) and not re.search(as_python(wanted), value)
        return [f"{place}: does not match {wanted}: {value!r}"] if misses else []

    def _minimum(self, wanted, value, place):
        return [f"{place}: below {wanted}: {value}"] if is_number(value) and value < wanted else []

    def _maximum(self, wanted, value, place):
        return [f"{place}: above {wanted}: {value}"] if is_number(value) and value > wanted else []

    def _ref(self, wanted, value, place):
        return self.complaints(value, self.at(wanted), place)

    def _anyOf(self, wanted, value, place):
        tried = [self.complaints(value, schema, place) for schema in wanted]
        return min(tried, key=len) if all(tried) else []

    def _oneOf(self, wanted, value, place):
        tried = [self.complaints(value, schema, place) for schema in wanted]
        fitting = sum(not complaints for complaints in tried)
        if fitting == 0:
            return min(tried, key=len)  # of the alternative that was most likely meant
        return [] if fitting == 1 else [f"{place}: fits {fitting} alternatives, not one"]
