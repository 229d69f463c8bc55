"""Invented ledgers for the browser: an ordinary year, and one that means harm."""
import datetime
import json

TODAY = datetime.date(2026, 11, 23)
PEOPLE = ["Maya", "Sam", "Ruth", "Inês", "Grandma Eleanor", "Jonas", "محمد", "Dr. Okonkwo", "Li Wei",
          "the neighbours upstairs", "Tomasz"]
TAGS = ["family", "work", "walk", "letters", "choir"]
ACTS = ["check-in", "thank", "listen", "offer", "thank", "check-in", "listen"]
NOTES = ["Asked how the move went.\nShe laughed about the piano.", "", "Thanks for the soup.", ""]

SCRIPT = "globalThis.ran=1"
# Each is a name, a tag and a note; any of them that is taken for markup runs SCRIPT, makes a
# request, or leaves the document unbalanced.
HOSTILE = [
    f"<script>{SCRIPT}</script>", f"</title><script>{SCRIPT}</script>",
    f"</style><script>{SCRIPT}</script>", f"</bdi></th></table><script>{SCRIPT}</script>",
    f"<ScRiPt>{SCRIPT}</sCrIpT>", f"<script\n>{SCRIPT}</script\n>", f"<script/x>{SCRIPT}</script>",
    f"<<script>{SCRIPT}//<</script>", f"<svg><script>{SCRIPT}</script></svg>",
    f"<svg onload={SCRIPT}>", f"<svg><animate onbegin={SCRIPT} attributeName=x dur=1s>",
    f"<img src=x onerror={SCRIPT}>", f'"><img src=x onerror="{SCRIPT}">',
    f"'><img src=x onerror='{SCRIPT}'>", f"`><img src=x onerror=`{SCRIPT}`>",
    "<img src='http://example.invalid/1.png'>", "<link rel=stylesheet href=//example.invalid/2.css>",
    "<style>@import '//example.invalid/3.css';</style>", "<iframe src=//example.invalid/4></iframe>",
    f"<iframe srcdoc='<script>parent.{SCRIPT}</script>'></iframe>",
    "<object data=//example.invalid/5></object>", "<embed src=//example.invalid/6>",
    "<video poster=//example.invalid/7><source src=//example.invalid/8></video>",
    "<base href=//example.invalid/>", "<meta http-equiv=refresh content='0;url=//example.invalid/9'>",
    f"<body onload={SCRIPT}>", f"<details open ontoggle={SCRIPT}>x</details>",
    f"<input autofocus onfocus={SCRIPT}>", f"<a href='javascript:{SCRIPT}'>javascript link</a>",
    f"javascript:{SCRIPT}", f"data:text/html,<script>{SCRIPT}</script>",
    "]]><script>globalThis.ran=1</script><![CDATA[", "--><script>globalThis.ran=1</script><!--",
    "<!--", "-->", "<![CDATA[", "<?xml version='1.0'?><?php echo 1 ?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>&x;",
    "&lt;script&gt;globalThis.ran=1&lt;/script&gt;", "&#60;script&#62;", "&amp;amp;", "&", "&#0;",
    "\"", "'", "\"'`>", "\" onmouseover=\"" + SCRIPT, "' style='background:url(//example.invalid/a)",
    "</", "<", "<a", "</div></main></body></html>", "<plaintext>", "<textarea>", "<template>",
    "\u202egnirts desrever\u202c", "\u2066isolated\u2069 \u200f\u061c", "\ufeff\u2028\u2029",
    "\x1b[31mred\x1b[0m\x07", "\x00nul", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "{{constructor.constructor('globalThis.ran=1')()}}", "${globalThis.ran=1}", "%3Cscript%3E",
    "+ADw-script+AD4-globalThis.ran=1+ADw-/script+AD4-", "long" * 40, "W" * 190,
]


def line(number, day, act, **more):
    record = {"v": 1, "id": f"entry-{number}", "op": "log", "at": f"{day}T18:00:00+01:00",
              "day": str(day), "act": act}
    return json.dumps(record | {key: value for key, value in more.items() if value})


def kindness(number, day, person, text):
    return json.dumps({"v": 1, "id": f"kindness-{number}", "op": "notice", "at": f"{day}T19:00:00+01:00",
                       "day": str(day), "with": [person], "note": text})


def feeling(number, day):
    felt = {"contentment": 4 + number % 4, "trust": 5 + number % 3, "calm": 3 + number % 5}
    return {"before": felt, "felt": {name: value + 1 for name, value in felt.items()}}


def ordinary(days=330):
    """Most days an act, some with several, some quiet; feelings now and then."""
    lines = []
    for back in range(days, 0, -1):
        day = TODAY - datetime.timedelta(back)
        for i in range((back * 7919 % 13) // 3 if back % 6 != 3 else 0):
            n = back * 31 + i * 17
            person = PEOPLE[(n * n) % 97 % len(PEOPLE)] if n % 5 or i else None
            if person == "Ruth" and back < 150:
                person = "Maya"
            lines.append(line(len(lines), day, ACTS[n % len(ACTS)], **{
                "with": [person] if person else None, "tags": [TAGS[n % 7 % 5]] if n % 3 else None,
                "note": NOTES[i % 4] if back % 60 < 3 else None, **(feeling(n, day) if back % 9 == 0 and i == 0 else {})}))
        if back % 2:
            lines.append(json.dumps({"v": 1, "id": f"prompt-{back}", "op": "prompt",
                                     "at": f"{day}T08:00:00+01:00", "day": str(day),
                                     "act": ACTS[back % 7], "suggestion": "a1"}))
        if back % 40 == 7:
            lines.append(kindness(back, day, PEOPLE[back % len(PEOPLE)], "stayed late to help"))
    year_ago = TODAY.replace(year=TODAY.year - 1)
    lines.append(line("old", year_ago, "thank", **{"with": ["Sam", "Maya"]}))
    return lines


def hostile():
    lines = []
    for number, text in enumerate(HOSTILE):
        day = TODAY - datetime.timedelta(number)
        lines.append(line(number, day, ACTS[number % 7],
                          **{"with": [text, "Maya"], "tags": [text], "note": text}))
        lines.append(kindness(number, day, text, text))
    lines.append(line("old", TODAY.replace(year=2025), "listen", **{"with": HOSTILE[:3]}))
    lines.append(line("quoted", TODAY, "thank", **{"with": HOSTILE[:2],
                                                   "note": "\n".join(HOSTILE) + "\n" + "x" * 3000}))
    return lines
