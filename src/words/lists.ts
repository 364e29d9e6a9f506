import { ASIDE_LISTS } from "./aside-lists.ts";
import { NUMBER_LISTS, RESULT_LISTS } from "./check-lists.ts";
import { HARM_LISTS } from "./harm-lists.ts";
import { CARE_LISTS, HELPLINE_LISTS } from "./helpline-lists.ts";
import { phrases, setsByCode, words, wordsByCode, wordsByName, wordsByPosition } from "./kinds.ts";
import { NAME_LISTS } from "./name-lists.ts";
import { QUESTION_LISTS } from "./question-lists.ts";
import { READING_LISTS } from "./reading-lists.ts";
import { UNSENT_LISTS } from "./unsent-lists.ts";

/** Every list of words that the code reads, by topic. `locales/LANGUAGE/words/TOPIC.json` holds a language's lists. */
export const LISTS = {
  /** Bare answers. */
  answers: {
    yes: words,
    agreed: words,
    /** Verbs that ask to send what the citizen wrote. */
    send: words,
    /** Words that may stand beside such a verb. */
    besideSend: words,
    /** Phrases that put off an answer: the citizen wants to think first. */
    later: phrases,
    no: words,
    cancel: words,
    /**
     * Words that deny a thing if they stand beside its name. The English "no" is not in this list, because "no KK"
     * means a KK number.
     */
    denials: words,
    /** Verbs. After a denial, `knowing` says that a person does not know a thing, `having` that the person lacks it. */
    knowing: words,
    having: words,
    forgotten: words,
    lost: words,
    /** Words for things that are not at hand: elsewhere, or with another person. */
    away: words,
    papers: words,
    /** Words for things that a citizen may not have. Which thing a word means does not matter. */
    things: words,
    /** Polite words that may stand beside a bare answer. */
    beside: words,
    /** Words that cancel after a "no". Alone these words mean nothing. */
    off: words,
  },
  /** Whole messages that are commands. */
  commands: {
    commands: wordsByName("menu", "back", "help", "stop", "done", "officer", "reports", "aid-or-help", "language"),
    rights: wordsByName("data-copy", "data-delete", "consent-withdraw"),
    /** Commands after a slash. */
    slashes: wordsByName("menu", "back", "help", "stop", "done", "officer", "language"),
    /** The names of each language, under the language's code. */
    languages: wordsByCode,
    /** Words before a language's name. */
    switch: words,
    politeBefore: words,
    politeAfter: words,
    wait: words,
    /** Words for the things that a citizen waits for. */
    waitFor: words,
    numerals: wordsByPosition,
    beforeNumber: words,
    /** The word that a template asks the citizen to send. */
    news: words,
    /** Words that ask for a new number page. */
    page: words,
    /** Words before a page's code. */
    code: words,
  },
  courtesy: {
    /** Words that greet, thank or agree. Such a word alone asks, tells and answers nothing. */
    courteous: words,
    thanks: words,
    greets: words,
    /**
     * Words for a time of day. After a word of `greets` such a word belongs to the greeting; alone it may tell a time.
     */
    times: words,
    /** Words of the greeting "salam", which the service returns. */
    salam: words,
    /** Javanese words of agreement, which the service returns. */
    nods: words,
  },
  questions: QUESTION_LISTS,
  /** Words by which a language is recognised. */
  written: {
    english: words,
    /** English words that people also use in Indonesian, so that they do not tell the language. */
    shared: words,
    /**
     * Words that only one language has, as people write them, by the language's code. The service offers the language
     * to a citizen who writes such a word.
     */
    offered: setsByCode,
  },
  moods: { angry: phrases, doubts: phrases, tags: words },
  broadcasts: { bait: phrases, push: phrases },
  secrecy: {
    wish: phrases,
    /** Words about aid or data. A text with such a word is not about who reads a report. */
    elsewhere: words,
    /** Words that may stand in a wish for secrecy and add nothing. */
    beside: words,
    /** Words of the question "who will know of a report?". */
    known: words,
    told: words,
    report: words,
    /** Short questions that only ask who will know of a report: "apakah aman", "apa pak kades tahu". */
    asksWho: phrases,
    /** Words that may stand beside such a question. */
    besideAskWho: words,
  },
  unsent: UNSENT_LISTS,
  asides: ASIDE_LISTS,
  harm: HARM_LISTS,
  closing: { notYet: phrases, not: phrases, done: words, thanks: phrases, but: words },
  numbers: NUMBER_LISTS,
  /**
   * `notAName` holds words that occur in sentences and never in a person's name. After a phrase of `beforeName` a
   * person's name follows.
   */
  proof: { notAName: words, beforeName: phrases },
  officer: {
    call: phrases,
    /** Phrases that ask for a telephone number of the office, or for a talk now. */
    phone: phrases,
    /** Phrases that ask who the officer is. */
    who: phrases,
    /** Phrases that ask where the office is. */
    where: phrases,
    /** Phrases that ask whether a report has arrived, and when an officer answers or calls. */
    progress: phrases,
    /** Phrases that only say that a question comes. */
    hasQuestion: phrases,
    /** Phrases that say that nothing was asked yet. */
    notAsked: phrases,
    forAPerson: words,
    noQuestion: words,
    tellsWho: phrases,
    /** Words that announce a name. */
    names: phrases,
  },
  offices: {
    /** Words of the question whether an office is open. */
    opens: words,
    days: wordsByName(
      "sunday",
      "monday",
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
      "saturday",
      "today",
      "tomorrow",
    ),
    /** Words after "minggu" that make it a week. */
    ofAWeek: words,
  },
  repair: {
    papers: words,
    practical: phrases,
    lives: words,
    deathPapers: phrases,
    /** Phrases that say that the citizen wants to report a death. */
    reportsDeath: phrases,
    /** Phrases that ask whether another person may take a dead person's money. */
    takesMoney: phrases,
    /** Questions after a death: about the dead person's card, the family's aid, and whom the aid passes to. */
    cardOfDead: phrases,
    familyAid: phrases,
    movesAid: phrases,
    how: words,
    repaired: words,
    done: words,
    notYet: words,
  },
  report: {
    ofAPlace: words,
    /** Phrases that name an official by the place: "pak rt" is nobody's address. */
    ofAnOfficial: phrases,
    ofATime: words,
    /** Words that may stand beside a time: numbers and durations. */
    besideATime: words,
    longAgo: phrases,
    /** Words that phrases of this topic name. `isCalled` stands between "my village" and its name. */
    denials: words,
    money: words,
    isCalled: words,
    /** Verbs of naming a thing. */
    mentions: words,
    placeWords: words,
    /** Phrases that say, after a question about a payment, that no payment has come. */
    notReceived: phrases,
    /** Phrases that say that another person has the card (`cardHeld`), and that a rich person gets aid (`richer`). */
    cardHeld: phrases,
    richer: phrases,
    /** Words of an event. A short message with such a word is a story. */
    happened: words,
    /** Phrases for a person of the writer's family. */
    ofFamily: phrases,
    ownVillage: phrases,
    /** Words that join two matters in one message. */
    joins: words,
    /** Phrases that say that aid came before and has stopped. */
    stopped: phrases,
    /** Phrases by which a citizen says that they want to report. */
    announces: phrases,
    /** Phrases of a citizen whom the village refuses to propose. */
    refused: phrases,
    /** Phrases of a citizen who wants to go on with a report that was left or cancelled. */
    resumes: phrases,
    /** Phrases of a citizen who does not want to name the village, or asks whether the name is needed. */
    hidesPlace: phrases,
    /** Phrases that only say that the story was told before. */
    noStory: phrases,
    /**
     * `takesBack` stands before the words that a citizen takes back ("bukan Jegreg"), `instead` before the words that
     * replace them ("tapi Turi").
     */
    takesBack: words,
    instead: words,
    /** Phrases that announce a correction and tell nothing else. */
    corrects: phrases,
    /** Words that may stand before an addition. */
    lead: words,
    /** Phrases that announce an addition to a report, and phrases of another thing that grows: "tambah anak di KK". */
    adds: phrases,
    addsElse: phrases,
    /** Words for the place of a report, as in "the village is wrong". */
    thePlace: words,
    /** Phrases that begin a message which cancels a draft. */
    changesMind: phrases,
    /** Phrases by which a citizen says that the service took the report for another matter. */
    wrongKind: phrases,
  },
  result: RESULT_LISTS,
  urgent: {
    drank: words,
    poison: words,
    done: words,
    /** Phrases for an act that was not done, or only thought of. */
    notDone: phrases,
    takenPoison: phrases,
    cut: phrases,
    poisoned: phrases,
    taken: phrases,
    medicine: words,
    joins: words,
    threatNow: phrases,
    notNow: phrases,
    calls: words,
    callsBeside: words,
    worse: phrases,
    comes: phrases,
    /** Phrases of a citizen in need who asks where to go, or what to do now. */
    whereTo: phrases,
    takesBack: phrases,
    /**
     * Phrases that deny the danger which the service heard (`denies`), and phrases of a person who is well (`isFine`).
     */
    denies: phrases,
    isFine: phrases,
    /** `fed` holds phrases that say that the hunger is over, `unfed` phrases that say that it is not. */
    fed: phrases,
    unfed: phrases,
    /** Phrases that ask for help to be sent. */
    plea: phrases,
    /** Phrases that ask for a call, or whether an officer calls. */
    wantsCall: phrases,
    /** Phrases of a citizen who cannot telephone. */
    cannotCall: phrases,
    /** Phrases of a hungry citizen who asks for food. */
    food: phrases,
    /** `weak` holds phrases of a person who is weak or ill, `aboutToDie` phrases of a person close to suicide. */
    weak: phrases,
    aboutToDie: phrases,
    /** Phrases of a person who is wounded or asks for a hospital (`wounded`), or who is attacked now (`attackNow`). */
    wounded: phrases,
    attackNow: phrases,
    /** `swallowed` holds phrases of a person who has swallowed something, `harmless` things that do no harm. */
    swallowed: phrases,
    harmless: phrases,
    stillWants: phrases,
    noCall: phrases,
    secret: phrases,
  },
  helplines: HELPLINE_LISTS,
  care: CARE_LISTS,
  ...NAME_LISTS,
  ...READING_LISTS,
} as const;
