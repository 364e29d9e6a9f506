import { ASIDE_LISTS } from "./aside-lists.ts";
import { NUMBER_LISTS, RESULT_LISTS } from "./check-lists.ts";
import { HARM_LISTS } from "./harm-lists.ts";
import { phrases, setsByCode, words, wordsByCode, wordsByName, wordsByPosition } from "./kinds.ts";
import { NAME_LISTS } from "./name-lists.ts";
import { QUESTION_LISTS } from "./question-lists.ts";
import { READING_LISTS } from "./reading-lists.ts";
import { UNSENT_LISTS } from "./unsent-lists.ts";

/**
 * Every list of words that the code reads, by topic. `locales/LANGUAGE/words/TOPIC.json` holds the lists of a language.
 */
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
     * Words that deny a thing if they stand beside its name. The English "no" is no such word: "no KK" means a KK
     * number.
     */
    denials: words,
    /** Verbs. After a denial, `knowing` says that somebody does not know a thing, `having` that they do not have it. */
    knowing: words,
    having: words,
    forgotten: words,
    lost: words,
    /** Words for things that are not at hand, but with the writer elsewhere or with somebody else. */
    away: words,
    papers: words,
    /** Words for things that somebody may not have. Which thing a word means does not matter. */
    things: words,
    /** Polite words that may stand beside a bare answer. */
    beside: words,
    /** After a "no", these words cancel what the citizen has begun; alone they mean nothing. */
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
    /** Words for the things that a citizen says they wait for. They ask nothing and tell nothing. */
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
    /** Words that greet, thank or agree. Alone they ask nothing, tell nothing and answer nothing. */
    courteous: words,
    thanks: words,
    greets: words,
    /**
     * Words for a time of day. After a word of `greets`, such a word belongs to the greeting; alone it may tell a time.
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
    /** English words that people also use in Indonesian: they say nothing about the language. */
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
    /** Words about aid or data: a text with such a word is not about who reads a report. */
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
   * `notAName`: words that occur in sentences, and never in a person's name. `beforeName`: phrases after which a
   * person's name follows.
   */
  proof: { notAName: words, beforeName: phrases },
  officer: {
    call: phrases,
    /** Phrases that ask for a telephone number of the office, or for a talk at once. */
    phone: phrases,
    /** Phrases that ask who the officer is. */
    who: phrases,
    /** Phrases that ask where the office is. */
    where: phrases,
    /** Phrases that ask whether a report has arrived, and when somebody answers or calls. */
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
    /** Phrases that ask whether somebody may take a dead person's money. */
    takesMoney: phrases,
    how: words,
    repaired: words,
    done: words,
    notYet: words,
  },
  report: {
    ofAPlace: words,
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
    /** Phrases that say, after a question about a payment, that nothing of it has come. */
    notReceived: phrases,
    /** Phrases that say that somebody else has the card, and that somebody rich gets aid. */
    cardHeld: phrases,
    richer: phrases,
    /** Words that say what happened: a short message with such a word is a story. */
    happened: words,
    /** Phrases for somebody of the writer's family. */
    ofFamily: phrases,
    ownVillage: phrases,
    /** Words that join two matters in one message. */
    joins: words,
    /** Phrases that say that aid came before and comes no more. */
    stopped: phrases,
    /** Phrases by which a citizen says that they want to report. */
    announces: phrases,
    /** Phrases of a citizen whom the village does not want to propose. */
    refused: phrases,
    /** Phrases of a citizen who wants to go on with the report that they left or cancelled. */
    resumes: phrases,
    /** Phrases of a citizen who does not want to name the village, or asks whether they must. */
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
    /** Phrases of somebody in need who asks where to go, or what to do now. */
    whereTo: phrases,
    takesBack: phrases,
    /** Phrases that deny the danger which the service heard, and phrases of somebody who is well. */
    denies: phrases,
    isFine: phrases,
    /** Phrases that say that the hunger is over, and that it is not. */
    fed: phrases,
    unfed: phrases,
    /** Phrases that ask for help to be sent. */
    plea: phrases,
    /** Phrases that ask for a call, and whether somebody calls. */
    wantsCall: phrases,
    /** Phrases of somebody who cannot telephone. */
    cannotCall: phrases,
    /** Phrases of somebody hungry who asks for food. */
    food: phrases,
    /** Phrases of somebody who is weak or ill, and of somebody who is about to die by their own hand. */
    weak: phrases,
    aboutToDie: phrases,
    /** Phrases of somebody who is wounded or asks for a hospital, and of somebody who is attacked at this moment. */
    wounded: phrases,
    attackNow: phrases,
    /** Phrases of somebody who has swallowed something, and things that do no harm. */
    swallowed: phrases,
    harmless: phrases,
    stillWants: phrases,
    noCall: phrases,
    secret: phrases,
  },
  /** What a citizen whose card of health insurance is off asks before treatment: about letter, papers, money and office. */
  care: {
    noVehicle: phrases,
    wrongLetter: phrases,
    hasLetter: phrases,
    brings: phrases,
    pays: phrases,
    office: phrases,
    letter: phrases,
  },
  ...NAME_LISTS,
  ...READING_LISTS,
} as const;
