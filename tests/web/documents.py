"""Reads the reports as a parser does: markup balanced, landmarks in place, nothing that acts."""
import html.parser
import re
import xml.etree.ElementTree

VOID = {"meta", "link", "br"}
ALLOWED = {"html", "head", "meta", "title", "link", "style", "body", "header", "main", "footer",
           "section", "div", "h1", "h2", "h3", "p", "dl", "dt", "dd", "ul", "ol", "li", "table",
           "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "time", "bdi", "b",
           "span", "br", "svg", "g", "desc", "rect", "path", "circle", "text", "figure", "blockquote",
           "figcaption"}
ONCE = ["html", "head", "body", "header", "main", "footer", "h1"]
SVG = "{http://www.w3.org/2000/svg}"
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Page(html.parser.HTMLParser):
    """Keeps the open elements, every complaint, and the texts seen."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.counts, self.complaints, self.texts, self.ids = [], {}, [], [], []
        self.headed, self.levels = [], []
        self.feed(text)
        self.close()
        self.complain(self.open, "never closed")

    def complain(self, found, what):
        if found:
            self.complaints.append(f"{what}: {found}")

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.complain(tag not in ALLOWED and tag, "element")
        self.complain([n for n in names if n.startswith("on") or n in ("src", "style")], "attribute")
        self.complain(len(names) != len(attributes), "attribute twice")
        self.complain(names.get("href", "data:,") != "data:," and names["href"], "link")
        if "id" in names:
            self.complain(names["id"] in self.ids and names["id"], "id twice")
            self.ids.append(names["id"])
        if tag == "section" and "aria-label" not in names:
            self.headed.append(names.get("aria-labelledby"))
        if tag in ("h1", "h2", "h3"):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        expected = self.open.pop() if self.open else None
        self.complain(tag != expected and (tag, expected), "closes the wrong element")

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        self.complain(data, "comment")


def html_complaints(text):
    page = Page(text)
    page.complain([tag for tag in ONCE if page.counts.get(tag) != 1], "not exactly once")
    page.complain([name for name in page.headed if name not in page.ids], "section without heading")
    page.complain([pair for pair in zip([0] + page.levels, page.levels) if pair[1] > pair[0] + 1],
                  "a heading skips a level")
    page.complain(HIDDEN.findall(text), "hidden characters")
    page.complain("default-src 'none'; style-src 'unsafe-inline'; img-src data:" not in text, "policy")
    page.complain('<html lang="en">' not in text, "language")
    return page.complaints, page


def svg_complaints(text):
    root = xml.etree.ElementTree.fromstring(text)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    complaints = [f"element {tag}" for tag in tags - {"svg", "title", "desc", "style", "rect", "g",
                                                     "text", "path"}]
    if root.get("role") != "img" or root.get("width") != "720":
        complaints.append("role or width")
    if not all(root.findtext(SVG + name) for name in ("title", "desc")):
        complaints.append("title or description")
    return complaints + HIDDEN.findall(text)
