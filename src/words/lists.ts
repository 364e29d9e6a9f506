import { ALARM_LISTS } from "./alarm-lists.ts";
import { ASIDE_LISTS } from "./aside-lists.ts";
import { NUMBER_LISTS, RESULT_LISTS } from "./check-lists.ts";
import { CRISIS_LISTS } from "./crisis-lists.ts";
import { HARM_LISTS } from "./harm-lists.ts";
import { CARE_LISTS, HELPLINE_LISTS } from "./helpline-lists.ts";
import { phrases, setsByCode, words, wordsByCode, wordsByName, wordsByPosition } from "./kinds.ts";
import { NAME_LISTS } from "./name-lists.ts";
import { QUESTION_LISTS } from "./question-lists.ts";
import { READING_LISTS } from "./reading-lists.ts";
import { UNSENT_LISTS } from "./unsent-lists.ts";

/** Each topic is a file of each language: `locales/LANGUAGE/words/TOPIC.json`. */
export const LISTS = {
  answers: {
    yes: words,
    agreed: words,
    send: words,
    besideSend: words,
    later: phrases,
    no: words,
    cancel: words,
    /**
     * Words that deny a thing if they stand beside its name. The English "no" is missing, because "no KK" means a KK
     * number.
     */
    denials: words,
    /** Verbs after a denial: `knowing` for a thing not known, `having` for a thing not there. */
    knowing: words,
    having: words,
    forgotten: words,
    lost: words,
    away: words,
    papers: words,
    /** Words for things that a citizen may lack; the code does not ask which thing. */
    things: words,
    beside: words,
    /** These words cancel after a "no"; alone they mean nothing. */
    off: words,
  },
  commands: {
    commands: wordsByName("menu", "back", "help", "stop", "done", "officer", "reports", "aid-or-help", "language"),
    rights: wordsByName("data-copy", "data-delete", "consent-withdraw"),
    slashes: wordsByName("menu", "back", "help", "stop", "done", "officer", "language"),
    languages: wordsByCode,
    switch: words,
    politeBefore: words,
    politeAfter: words,
    wait: words,
    waitFor: words,
    numerals: wordsByPosition,
    beforeNumber: words,
    /** The word that a template asks the citizen to send. */
    news: words,
    page: words,
    code: words,
  },
  courtesy: {
    /** A word that greets, thanks or agrees: alone it asks, tells and answers nothing. */
    courteous: words,
    thanks: words,
    greets: words,
    /** Times of day: after a word of `greets` they belong to the greeting, alone they may tell a time. */
    times: words,
    salam: words,
    /** Javanese words of agreement, which the service returns. */
    nods: words,
  },
  questions: QUESTION_LISTS,
  written: {
    english: words,
    /** English words that people also use in Indonesian: they do not tell the language. */
    shared: words,
    /** By the language's code, words that only this language has: the service then offers the language. */
    offered: setsByCode,
  },
  moods: { angry: phrases, doubts: phrases, tags: words },
  broadcasts: { bait: phrases, push: phrases },
  secrecy: {
    wish: phrases,
    /** A text with such a word (aid, data) is not about who reads a report. */
    elsewhere: words,
    beside: words,
    /** Words of the question "who will know of a report?". */
    known: words,
    told: words,
    report: words,
    asksWho: phrases,
    besideAskWho: words,
  },
  unsent: UNSENT_LISTS,
  asides: ASIDE_LISTS,
  harm: HARM_LISTS,
  closing: { notYet: phrases, not: phrases, done: words, thanks: phrases, but: words },
  numbers: NUMBER_LISTS,
  /**
   * `notAName` holds words that no person's name has; with `requests` the citizen asks the office to write or declare
   * something, and names nobody; after `beforeName` a person's name follows.
   */
  proof: { notAName: words, requests: words, beforeName: phrases },
  officer: {
    call: phrases,
    noCall: phrases,
    /** A phrase of `noCall` with one of these refuses a call only at some hours or on some days. */
    callTimes: phrases,
    /** Allows a message to the number, such as "WA saja". */
    byMessage: phrases,
    /** Asks for the office's telephone number, or for a talk now. */
    phone: phrases,
    who: phrases,
    where: phrases,
    /** Asks whether a report has arrived, and when an officer answers or calls. */
    progress: phrases,
    hasQuestion: phrases,
    notAsked: phrases,
    forAPerson: words,
    noQuestion: words,
    tellsWho: phrases,
    names: phrases,
  },
  offices: {
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
    /** After "minggu", such a word makes it a week instead of a Sunday. */
    ofAWeek: words,
  },
  repair: {
    papers: words,
    practical: phrases,
    lives: words,
    deathPapers: phrases,
    reportsDeath: phrases,
    /** Asks to file the objection of a living person whom the list calls dead. */
    objects: phrases,
    /** Asks whether another person may take a dead person's money. */
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
    besideATime: words,
    longAgo: phrases,
    /** Words for "no" between "my village" and the village's name. */
    denials: words,
    money: words,
    isCalled: words,
    mentions: words,
    placeWords: words,
    /** Phrases that say, after a question about a payment, that no payment has come. */
    notReceived: phrases,
    /** `cardHeld` tells that another person has the card; `richer`, that a rich person gets aid. */
    cardHeld: phrases,
    richer: phrases,
    /** A short message with such a word (an event) is a story. */
    happened: words,
    ofFamily: phrases,
    ownVillage: phrases,
    joins: words,
    stopped: phrases,
    announces: phrases,
    /** Tells that the village refuses to propose the citizen. */
    refused: phrases,
    /** Tells of money that the village asks for or takes. */
    ofMoney: phrases,
    resumes: phrases,
    /** Refuses to name the village, or asks whether the name is needed. */
    hidesPlace: phrases,
    noStory: phrases,
    /**
     * `takesBack` stands before the words that a citizen takes back ("bukan Jegreg"), `instead` before the words that
     * replace them ("tapi Turi").
     */
    takesBack: words,
    at: words,
    /** Words behind a place that is one of several ("bukan Jegreg saja"). */
    notOnly: words,
    instead: words,
    /** Words before a place that should have been named ("harusnya Turi"). */
    ought: words,
    corrects: phrases,
    lead: words,
    /** `addsElse` tells of another thing that grows: "tambah anak di KK". */
    adds: phrases,
    addsElse: phrases,
    thePlace: words,
    changesMind: phrases,
    wrongKind: phrases,
  },
  result: RESULT_LISTS,
  urgent: {
    drank: words,
    poison: words,
    done: words,
    /** Tells of an act that was not done, or only thought of. */
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
    /** A question with such a word is about aid or a visit, not about help in a danger. */
    notHelp: words,
    whereTo: phrases,
    takesBack: phrases,
    /** `denies` says that there is no danger, although the service heard one; `isFine`, that a person is well. */
    denies: phrases,
    isFine: phrases,
    /** `fed` says that the hunger is over; `unfed`, that it is not. */
    fed: phrases,
    unfed: phrases,
    plea: phrases,
    wantsCall: phrases,
    cannotCall: phrases,
    food: phrases,
    /** `weak` tells of a weak or ill person; `aboutToDie`, of a person close to suicide. */
    weak: phrases,
    aboutToDie: phrases,
    /** `wounded` tells of a wounded person or asks for a hospital; `attackNow`, that somebody attacks a person now. */
    wounded: phrases,
    attackNow: phrases,
    /** `harmless` holds things that do no harm if a person swallows them. */
    swallowed: phrases,
    /** Phrases of a person who feels a poison, beside those of illness and weakness. */
    drowsy: phrases,
    harmless: phrases,
    stillWants: phrases,
    noCall: phrases,
    secret: phrases,
  },
  helplines: HELPLINE_LISTS,
  alarms: ALARM_LISTS,
  crisis: CRISIS_LISTS,
  care: CARE_LISTS,
  ...NAME_LISTS,
  ...READING_LISTS,
} as const;
