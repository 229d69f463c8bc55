// The findings, grouped by topic. Every claim states its strength; a study known only second-hand
// is marked as such, and a source whose authors are not known is described and cited by its DOI.
#include "domain/suggest/evidence.hpp"

#include <array>

namespace connect {
namespace {

// key, topic / claim / source, doi
// clang-format off
constexpr auto all_findings = std::to_array<ResearchFinding>({
    {"five-ways", "kindness",
     "Giving is one of the Five Ways to Wellbeing, written for Foresight and taken up by the "
     "Mental Health Foundation. It is advice rather than a trial, and the report itself was seen "
     "second-hand.",
     "New Economics Foundation 2008", ""},
    {"kindness-effect", "kindness",
     "A meta-analysis of 27 studies with 4,045 people found a small-to-medium effect of being "
     "kind on the giver's own well-being (0.28). Stronger, pre-registered studies since then are "
     "more doubtful.",
     "Curry et al. 2018", "10.1016/j.jesp.2018.02.014"},
    {"prosocial-wellbeing", "kindness",
     "Across 198,213 people, helping and well-being go together, but faintly (r = .13), and a "
     "correlation names no cause. Informal helping showed it more than formal helping.",
     "Hui et al. 2020", "10.1037/bul0000298"},
    {"random-acts-doubt", "kindness",
     "Against: strong pre-registered studies give little support to random acts of kindness as a "
     "way to happiness. Being sociable may be the more reliable way.",
     "Folk & Dunn 2024", "10.1146/annurev-psych-022423-030818"},
    {"kindness-trial-null", "kindness",
     "Against: with 1,234 people assigned at random, kind acts made no difference on any outcome "
     "measured.",
     "Miles et al. 2022", "10.1371/journal.pone.0272152"},
    {"five-in-a-day", "kindness",
     "Five kind acts in a single day did better than five spread over the week, so nothing here "
     "says that daily is best. The result was seen second-hand.",
     "Lyubomirsky, Sheldon & Schkade 2005", "10.1037/1089-2680.9.2.111"},
    {"variety", "kindness",
     "Variety is held to protect a good activity from going stale. That is a reason to vary "
     "suggestions, with no size of effect attached.",
     "Sheldon, Boehm & Lyubomirsky", "10.1093/oxfordhb/9780199557257.013.0067"},
    {"counting-kindness", "kindness",
     "Merely counting one's own kind acts for a week raised happiness. One week is short, so take "
     "it as a hint.",
     "Otake et al. 2006", "10.1007/s10902-005-3650-z"},
    {"any-recipient", "kindness",
     "Among 683 people it made no difference whether kindness went to friends, to strangers or to "
     "oneself, or was only observed. No recipient is the right one.",
     "Rowland & Curry 2019", "10.1080/00224545.2018.1469461"},
    {"effortful-helping", "kindness",
     "Helping in daily life lifts the helper's mood, while helping that takes effort also goes "
     "with stress. Small is a sensible size.",
     "Pronizius 2024", "10.1038/s41598-024-75261-z"},
    {"kindness-loop", "kindness",
     "Generosity and good mood were found to feed each other, a loop. A later registered "
     "replication found less of it than the idea suggests.",
     "Aknin, Dunn & Norton 2012", "10.1007/s10902-011-9267-5"},
    {"loop-replication", "kindness",
     "Repeated under registration, the lift from giving was real but small, and it depended on "
     "the method used to look for it.",
     "Registered replication of the loop", "10.1037/pspa0000191"},
    {"volunteering", "kindness",
     "People who volunteer do well in studies that follow them over time. Trials have not "
     "confirmed that volunteering is the reason.",
     "Jenkinson 2013", "10.1186/1471-2458-13-773"},
    {"support-mortality", "kindness",
     "Giving support to others has been studied together with mortality. Such a link shows no "
     "cause, and no claim about health is made from it here.",
     "Brown 2003, Psychological Science", "10.1111/1467-9280.14461"},
    {"oxytocin-review", "kindness",
     "The popular claim that oxytocin makes people trusting is not robust. Neither oxytocin nor "
     "serotonin is stated here as an explanation of anything.",
     "Review of oxytocin and trust", "10.1177/1745691615600138"},
    {"oxytocin-replication", "kindness",
     "A registered replication of the effect of oxytocin on trust found none.",
     "Registered replication of oxytocin and trust", "10.1038/s41562-020-0878-x"},
    {"reaching-out", "check-in",
     "People underestimate how much others appreciate being contacted, most of all when it comes "
     "as a surprise. It is an average, not a promise about one message.",
     "Liu et al.", "10.1037/pspi0000402"},
    {"old-friends", "check-in",
     "Under a third of people sent a message to an old friend, even when willing. Practice "
     "beforehand raised that share by two-thirds.",
     "Study of messages to old friends", "10.1038/s44271-024-00075-8"},
    {"friendship-effort", "check-in",
     "Friendships fade without some effort to keep them up. The study followed only 25 students, "
     "so its reach is small.",
     "Roberts & Dunbar 2015", "10.1007/s12110-015-9242-7"},
    {"free-choice", "offer",
     "Giving help does the helper good when it is freely chosen. That is why an offer here is "
     "always one to make or leave.",
     "Weinstein & Ryan 2010", ""},
    {"self-image", "offer",
     "Concern for one's own image undoes the good of giving support. An offer is best made for "
     "the other person's sake.",
     "Crocker & Canevello 2008", ""},
    {"good-listening", "listen",
     "A review of the research on listening, cited here as the way into that field. No size of "
     "effect is quoted from it.",
     "Kluger & Itzchakov", "10.1146/annurev-orgpsych-012420-091013"},
    {"listening-speaker", "listen",
     "Being listened to well lowers the speaker's loneliness. How long that lasts is not claimed "
     "here.",
     "Experiments on listening and loneliness", "10.1177/01461672221100369"},
    {"ask-and-reflect", "listen",
     "Asking questions and reflecting what was said help a speaker more than advice does. The "
     "study is named here without its figures.",
     "Bodie et al. 2015", ""},
    {"thank-you-letters", "thank",
     "People who receive a letter of thanks feel better, and less awkward, than its writer fears. "
     "The finding is about letters; shorter thanks are an extension of it.",
     "Kumar & Epley 2018", "10.1177/0956797618772506"},
    {"habit-time", "habit",
     "Becoming automatic took a new habit anything from 18 to 254 days. A single missed day made "
     "no material difference.",
     "Lally et al. 2010", "10.1002/ejsp.674"},
    {"free-misses", "habit",
     "A reserve of misses that may be used freely keeps goals alive. Rest days follow that idea; "
     "they are not themselves tested.",
     "Study of goals with a reserve", "10.1509/jmr.15.0231"},
    {"broken-streaks", "habit",
     "A broken streak discourages, and less so when it can be repaired. That is why rest is built "
     "into the count here.",
     "Silverman & Barasch", "10.1093/jcr/ucac029"},
    {"fresh-starts", "habit",
     "Fresh starts, such as a new week, can bring people back to a goal. That says little about "
     "how long they stay.",
     "Study of fresh starts", "10.1287/mnsc.2014.1901"},
    {"if-then-plans", "habit",
     "Plans of the form 'if this happens, then I do that' help people act as they meant to, with "
     "a medium effect (d about .65) on average.",
     "Study of if-then plans", "10.1080/10463283.2024.2334563"},
    {"measuring", "habit",
     "Measuring an activity raises how much of it is done and can lower the enjoyment. Counting "
     "is therefore kept in the background.",
     "Etkin 2016", "10.1093/jcr/ucv095"},
    {"feelings-trio", "feelings",
     "Contentment, trust and calm are asked with questions adapted from validated scales. The "
     "trio itself has not been validated, so read it as a diary, not a test.",
     "connect", ""},
    {"mood-and-calm", "feelings",
     "Within one person, how pleasant and how calm a moment is can be told apart. This supports "
     "two of the questions, not the exact wording used here.",
     "Study of short mood scales", "10.1027/1015-5759.23.4.258"},
    {"single-items", "feelings",
     "Measuring with a single question is defensible. Defensible is less than precise, so single "
     "answers are best read over many days.",
     "Study of single-item measures", "10.1037/pas0001200"},
});
// clang-format on

}  // namespace

std::span<const ResearchFinding> findings() { return all_findings; }

}  // namespace connect
