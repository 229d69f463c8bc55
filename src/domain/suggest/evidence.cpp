// The findings, grouped by topic. A claim says what was found, how strong it is, and what speaks
// against it.
#include "domain/suggest/evidence.hpp"

#include <array>

namespace connect {
namespace {

// key, topic / claim / source, doi
// clang-format off
constexpr auto all_findings = std::to_array<ResearchFinding>({
    {"five-ways", "kindness",
     "Giving is one of the Five Ways to Wellbeing, written for the UK government's Foresight "
     "project and taken up by the Mental Health Foundation. It is advice, not the result of a "
     "trial.",
     "Aked, Marks, Cordon & Thompson 2008, New Economics Foundation", ""},
    {"kindness-effect", "kindness",
     "A meta-analysis of 27 studies with 4,045 people found that being kind has a small-to-medium "
     "effect on the giver's own well-being (0.28 standard deviations). Later, stronger, "
     "pre-registered studies found less.",
     "Curry et al. 2018", "10.1016/j.jesp.2018.02.014"},
    {"prosocial-wellbeing", "kindness",
     "Among 198,213 people, helping and well-being go together, but weakly (r = .13), and a "
     "correlation does not show cause. The link was stronger for informal help than for formal "
     "help.",
     "Hui et al. 2020", "10.1037/bul0000298"},
    {"random-acts-doubt", "kindness",
     "Against: strong pre-registered studies give little support to random acts of kindness as a "
     "way to happiness. Being sociable may be the more reliable way.",
     "Folk & Dunn 2024", "10.1146/annurev-psych-022423-030818"},
    {"kindness-trial-null", "kindness",
     "Against: in a trial with 1,234 people assigned at random, kind acts made no difference to "
     "any outcome. It took place during the COVID-19 pandemic.",
     "Miles et al. 2022", "10.1371/journal.pone.0272152"},
    {"five-in-a-day", "kindness",
     "Five kind acts in a single day did more for the giver than five spread over the week. So an "
     "act every day is not known to be best.",
     "Lyubomirsky, Sheldon & Schkade 2005", "10.1037/1089-2680.9.2.111"},
    {"variety", "kindness",
     "Variety is thought to keep a good activity from going stale, which is why the suggestions "
     "vary. It is part of a theory with some experiments behind it; there is no single figure for "
     "the effect.",
     "Sheldon, Boehm & Lyubomirsky 2013", "10.1093/oxfordhb/9780199557257.013.0067"},
    {"counting-kindness", "kindness",
     "Counting their own kind acts for a week made 71 women in Japan happier, compared with 48 who "
     "did not count. The study was small and short.",
     "Otake et al. 2006", "10.1007/s10902-005-3650-z"},
    {"any-recipient", "kindness",
     "In an experiment with 683 people, a week of kindness to friends, to strangers or to oneself "
     "raised happiness, and so did watching for kindness; all four did so alike. No recipient was "
     "better than another.",
     "Rowland & Curry 2019", "10.1080/00224545.2018.1469461"},
    {"effortful-helping", "kindness",
     "Helping in daily life goes with a better mood afterwards, while helping that takes effort "
     "also goes with more stress. People reported this themselves, during lockdowns, so the cause "
     "is open.",
     "Pronizius et al. 2024", "10.1038/s41598-024-75261-z"},
    {"kindness-loop", "kindness",
     "Spending money on others and happiness were found to reinforce each other, in a loop. A "
     "registered replication tested only its first half, from giving to happiness; see the next "
     "finding.",
     "Aknin, Dunn & Norton 2012", "10.1007/s10902-011-9267-5"},
    {"loop-replication", "kindness",
     "In large registered replications, spending money on others raised happiness in two of three "
     "experiments. The effect was real but could be small, and it depended on the method.",
     "Aknin, Dunn, Proulx, Lok & Norton 2020", "10.1037/pspa0000191"},
    {"volunteering", "kindness",
     "In studies that follow people over time, volunteers report less depression and more life "
     "satisfaction. Trials have not confirmed that volunteering is the reason.",
     "Jenkinson et al. 2013", "10.1186/1471-2458-13-773"},
    {"support-mortality", "kindness",
     "Older married people who gave practical help to others, or emotional support to their "
     "spouse, were less likely to die within five years. The study shows a link, not a cause.",
     "Brown, Nesse, Vinokur & Smith 2003", "10.1111/1467-9280.14461"},
    {"oxytocin-review", "kindness",
     "A critical review found that a popular claim, that oxytocin makes people more trusting, is "
     "not robust. Nothing here is explained by oxytocin or serotonin.",
     "Nave, Camerer & McCullough 2015", "10.1177/1745691615600138"},
    {"oxytocin-replication", "kindness",
     "A registered replication found no effect of oxytocin on trust.",
     "Declerck et al. 2020", "10.1038/s41562-020-0878-x"},
    {"reaching-out", "check-in",
     "People underestimate how much others appreciate hearing from them, most of all when it comes "
     "as a surprise. This is an average; it cannot promise how one message is received.",
     "Liu, Rim, Min & Min 2023", "10.1037/pspi0000402"},
    {"hearing-you", "check-in",
     "Talking to an old friend on the phone, or to a stranger online, made stronger bonds than "
     "typing and was no more awkward; people tended to expect otherwise. Recorded voice messages "
     "were not tested.",
     "Kumar & Epley 2021", "10.1037/xge0000962"},
    {"old-friends", "check-in",
     "Under a third of people sent a message to an old friend, even when they wanted to and were "
     "given time. Practising on current friends raised the number by two-thirds, in one study of "
     "194 people.",
     "Aknin & Sandstrom 2024", "10.1038/s44271-024-00075-8"},
    {"friendship-effort", "check-in",
     "Friendships fade without some effort to keep them up. The study followed only 25 students, "
     "so it may not hold for everybody.",
     "Roberts & Dunbar 2015", "10.1007/s12110-015-9242-7"},
    {"free-choice", "offer",
     "In four studies, helping was good for the helper and for the person helped when it was "
     "freely chosen. That is why an offer here is always yours to make or leave.",
     "Weinstein & Ryan 2010", "10.1037/a0016984"},
    {"self-image", "offer",
     "Students who wanted to support their friends came to give and receive more support, but not "
     "if they were also concerned about their own image. The two studies are small: 199 students "
     "and 65 pairs of room-mates.",
     "Crocker & Canevello 2008", "10.1037/0022-3514.95.3.555"},
    {"good-listening", "listen",
     "A review links being listened to at work with better relationships, more trust and more "
     "well-being, and calls listening a likely cause. Likely is not proven, and work is only one "
     "part of life.",
     "Kluger & Itzchakov 2022", "10.1146/annurev-orgpsych-012420-091013"},
    {"listening-speaker", "listen",
     "In five experiments with 1,643 people, being listened to well made speakers feel less lonely "
     "after they told of a rejection. In three of the five the conversation was only imagined.",
     "Itzchakov, Weinstein, Saluk & Amar 2023", "10.1177/01461672221100369"},
    {"ask-and-reflect", "listen",
     "Students who told a problem to a listener trained to ask open questions and to reflect what "
     "was said felt better than with an untrained one. It did not help them more to solve the "
     "problem.",
     "Bodie, Vickery, Cannava & Jones 2015", "10.1080/10570314.2014.943429"},
    {"thank-you-letters", "thank",
     "People who write a letter of thanks underestimate how good it makes the reader feel, and "
     "overestimate how awkward it is. The finding is about letters; applying it to shorter thanks "
     "is our extension.",
     "Kumar & Epley 2018", "10.1177/0956797618772506"},
    {"habit-time", "habit",
     "New habits took anywhere from 18 to 254 days to become automatic. A single missed day made "
     "no material difference.",
     "Lally et al. 2010", "10.1002/ejsp.674"},
    {"free-misses", "habit",
     "People kept at a goal longer when it came with a reserve of misses, which they tried not to "
     "use. Free rest days follow that idea; they have not been tested themselves.",
     "Sharif & Shu 2017", "10.1509/jmr.15.0231"},
    {"broken-streaks", "habit",
     "People are less likely to go on with an activity when its log shows a broken streak, less so "
     "when the streak can be repaired. That is why free rest days keep a streak alive here.",
     "Silverman & Barasch 2023", "10.1093/jcr/ucac029"},
    {"fresh-starts", "habit",
     "Fresh starts, such as a new week, can bring people back to a goal. That says little about "
     "how long they stay.",
     "Dai, Milkman & Riis 2014", "10.1287/mnsc.2014.1901"},
    {"if-then-plans", "habit",
     "Plans of the form 'if this happens, then I do that' help people act as they meant to. Over "
     "642 tests the effect ranged from small to medium (d from .27 to .66), depending on what was "
     "measured.",
     "Sheeran, Listrom & Gollwitzer 2024", "10.1080/10463283.2024.2334563"},
    {"measuring", "habit",
     "Measuring an activity makes people do more of it and can make it less enjoyable. If the "
     "streak spoils it for you, log with --quiet, which does not show it.",
     "Etkin 2016", "10.1093/jcr/ucv095"},
    {"feelings-trio", "feelings",
     "Contentment, trust and calm are asked with questions adapted from validated scales. The "
     "three together have not been validated, so read the ratings as a diary, not as a test.",
     "connect 2026", ""},
    {"mood-and-calm", "feelings",
     "Within one person, how pleasant and how calm a moment is can be told apart; between people "
     "they could not. This supports two of the questions, not the exact words used here.",
     "Wilhelm & Schoebi 2007", "10.1027/1015-5759.23.4.258"},
    {"single-items", "feelings",
     "A comparison of scales supports asking about a feeling with a single question. That makes an "
     "answer defensible, not precise, so read the ratings over many days.",
     "Cloos, Ceulemans & Kuppens 2023", "10.1037/pas0001200"},
});
// clang-format on

}  // namespace

std::span<const ResearchFinding> findings() { return all_findings; }

}  // namespace connect
