// Cards of address books: versions, folding, encodings, and what is cut off.
#include "store/import/vcard.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace connect::vcard_test {
namespace {

using store::Contact;
using store::contacts_of;

std::string card(const std::string& lines) { return "BEGIN:VCARD\n" + lines + "\nEND:VCARD\n"; }

/// The only card with these lines.
Contact only(const std::string& lines) {
  const auto contacts = contacts_of(card(lines), "file");
  REQUIRE(contacts);
  REQUIRE(contacts->size() == 1);
  return contacts->front();
}

std::string birthday_of(const std::string& line) {
  const Contact contact = only(line);
  return contact.birthday ? iso(*contact.birthday) : contact.is_partial ? "partial" : "none";
}

std::string why_not(const std::string& text) {
  const auto contacts = contacts_of(text, "file");
  return contacts ? "read" : contacts.error().message;
}

}  // namespace

TEST_CASE("birthdays are read in every form that names a day and a month") {
  for (const char* value : {"19850512", "1985-05-12", "1985-05-12T00:00:00Z", "19850512T101500"})
    CHECK(birthday_of(std::string("BDAY:") + value) == "1985-05-12");
  CHECK(birthday_of("BDAY;VALUE=date:1985-05-12") == "1985-05-12");
  CHECK(birthday_of("bday:--0512") == "05-12");
  CHECK(birthday_of("item1.BDAY:--05-12") == "05-12");
  CHECK(birthday_of("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29") == "02-29");
  for (const char* value : {"", "1985", "1985-05", "--05", "---12"})
    CHECK(birthday_of(std::string("BDAY:") + value) == "partial");
  CHECK(birthday_of("BDAY;VALUE=text:circa 1800") == "partial");
  CHECK(birthday_of("FN:Maya") == "none");
  for (const char* value :
       {"19850230", "1985-13-01", "12.05.1985", "--0230", "soon", "198505123"}) {
    CAPTURE(value);
    const Contact contact = only(std::string("BDAY:") + value);
    CHECK_FALSE(contact.birthday.has_value());
    REQUIRE(contact.bad_birthday.has_value());
    CHECK(contact.bad_birthday->message.starts_with("nothing was imported; file line 2"));
  }
}

TEST_CASE("names lose their backslashes, and come from N if there is no FN") {
  const Contact contact =
      only("FN:Smith\\, John\\; \\\\ Jr\nN:Smith;John;;;\nNICKNAME:Jo\\,hn,Johnny");
  CHECK(contact.name == "Smith, John; \\ Jr");
  CHECK(contact.first_name == "John");
  CHECK(contact.nicknames == std::vector<std::string>{"Jo,hn", "Johnny"});
  CHECK(only("N:Lopez;Maya").name == "Maya Lopez");
  CHECK(only("ORG:None").name.empty());
}

TEST_CASE("folded and quoted-printable lines are joined before they are read") {
  CHECK(only("FN:Ma\n ya\n\t Lopez").name == "Maya Lopez");
  CHECK(only("FN:Jos\xc3\n \xa9").name == "Jos\xc3\xa9");
  CHECK(only("FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=\n=20B").name == "Zo\xc3\xab B");
  CHECK(only("NOTE;QUOTED-PRINTABLE:a=\nFN:no=\nb\nFN:yes").name == "yes");
  CHECK(only("NOTE:1+1=\nFN:yes").name == "yes");
  CHECK(only("AGENT:\nBEGIN:VCARD\nFN:an agent\nEND:VCARD\nFN:yes").name == "yes");
}

TEST_CASE("the preferred address counts, mail before telephone, and only one that can be opened") {
  CHECK(only("TEL:+1 (555) 12\nEMAIL:a@b").reach == "mailto:a@b");
  CHECK(only("EMAIL:a@b\nEMAIL;TYPE=work,pref:c@d\nEMAIL;PREF=1:e@f").reach == "mailto:c@d");
  CHECK(only("TEL;TYPE=\"a:b\":+1 (555) 12").reach == "tel:+155512");
  CHECK(only("TEL;VALUE=uri:tel:+1-555").reach == "tel:+1-555");
  CHECK(only("EMAIL:a b@c").reach.empty());
}

TEST_CASE("another encoding, a missing end and a file without cards are errors") {
  CHECK(why_not("").ends_with("there is no vCard in file"));
  CHECK(why_not("FN:Maya\nEND:VCARD\n").ends_with("there is no vCard in file"));
  CHECK(why_not("BEGIN:VCARD\nFN:Maya\n").ends_with("has no END:VCARD"));
  CHECK(why_not(card("FN:Maya") + "BEGIN:VCARD\nFN:Sam").ends_with("has no END:VCARD"));
  CHECK(why_not("BEGIN:VCARD\nFN:Maya\n" + card("FN:Sam")).ends_with("has no END:VCARD"));
  CHECK(why_not(card("FN:\xe9")).ends_with("file line 2: not UTF-8"));
  CHECK(why_not(card("FN;CHARSET=ISO-8859-1:x")).ends_with("the encoding iso-8859-1 is not UTF-8"));
  CHECK(why_not("\xff\xfe"
                "B")
            .ends_with("file is UTF-16, not UTF-8"));
  CHECK(why_not(card("PHOTO:\xff\xfe\nFN:Maya")) == "read");
  CHECK(why_not("\xef\xbb\xbf" + card("FN:Maya")) == "read");
}

TEST_CASE("any bytes are read or refused") {
  const std::vector<std::string> pieces = {"BEGIN:VCARD\n",
                                           "END:VCARD\n",
                                           "FN:",
                                           "BDAY:--0512\n",
                                           "N:a;b\n",
                                           "\n ",
                                           "=\n",
                                           "QUOTED-PRINTABLE",
                                           ";",
                                           ":",
                                           "\\",
                                           "\"",
                                           "\xc3",
                                           "\xa9",
                                           "AGENT:\n",
                                           "=C3",
                                           "EMAIL:a@b\n"};
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    std::string text;
    for (int i = random.between(0, 30); i > 0; --i) text += random.pick(pieces);
    const auto contacts = contacts_of(text, "file");
    if (contacts) CHECK_FALSE(contacts->empty());
  }
}

}  // namespace connect::vcard_test
