import { ALARM_LISTS } from "./alarm-lists.ts";
import { ASIDE_LISTS } from "./aside-lists.ts";
import { NUMBER_LISTS, RESULT_LISTS } from "./check-lists.ts";
import { CRISIS_LISTS } from "./crisis-lists.ts";
import { HARM_LISTS } from "./harm-lists.ts";
import { CARE_LISTS, HELPLINE_LISTS } from "./helpline-lists.ts";
import { parts, phrases, setsByCode, words, wordsByCode, wordsByName, wordsByPosition } from "./kinds.ts";
import { NAME_LISTS } from "./name-lists.ts";
import { QUESTION_LISTS } from "./question-lists.ts";
import { READING_LISTS } from "./reading-lists.ts";
import { REPORT_LISTS } from "./report-lists.ts";
import { SECRECY_LISTS } from "./secrecy-lists.ts";
import { SHORT_LISTS } from "./short-lists.ts";
import { UNSENT_LISTS } from "./unsent-lists.ts";
import { WRITER_LISTS } from "./writer-lists.ts";

/** Each topic is a file of each language: `locales/LANGUAGE/words/TOPIC.json`. */
export const LISTS = {
  answers: {
    yes: words,
    agreed: words,
    send: words,
    besideSend: words,
    /** Words that forbid at the beginning of a message only, such as the Javanese "aja". */
    forbids: words,
    later: phrases,
    no: words,
    cancel: words,
    /** The English "no" is missing, because "no KK" means a KK number. */
    denials: words,
    knowing: words,
    having: words,
    forgotten: words,
    lost: words,
    away: words,
    papers: words,
    things: words,
    beside: words,
    /** Words such as "jadi" or "usah", which cancel after a "no". */
    off: words,
  },
  commands: {
    commands: wordsByName(
      "menu",
      "back",
      "help",
      "stop",
      "done",
      "officer",
      "reports",
      "aid-or-help",
      "emergency",
      "language",
    ),
    rights: wordsByName("data-copy", "data-delete", "consent-withdraw"),
    slashes: wordsByName("menu", "back", "help", "stop", "done", "officer", "emergency", "language"),
    languages: wordsByCode,
    switch: words,
    politeBefore: words,
    politeAfter: words,
    wait: words,
    waitFor: words,
    numerals: wordsByPosition,
    beforeNumber: words,
    /** A template asks the citizen to send such a word: "buka". */
    news: words,
    page: words,
    code: words,
  },
  courtesy: {
    courteous: words,
    thanks: words,
    greets: words,
    /** Words such as "pagi", which belong to a greeting after a word of `greets`. */
    times: words,
    salam: words,
    /** The service answers "Nggih" to a short message of only such words. */
    nods: words,
  },
  questions: QUESTION_LISTS,
  short: SHORT_LISTS,
  written: {
    english: words,
    /** English words that people also use in Indonesian. */
    shared: words,
    /** If a message has many of these words, the service offers their language. */
    offered: setsByCode,
  },
  moods: {
    angry: phrases,
    scolds: phrases,
    scoldsBeside: parts,
    scoldsCore: parts,
    doubts: phrases,
    tags: words,
  },
  broadcasts: { bait: phrases, push: phrases },
  secrecy: SECRECY_LISTS,
  unsent: UNSENT_LISTS,
  asides: ASIDE_LISTS,
  harm: HARM_LISTS,
  closing: { notYet: phrases, not: phrases, done: words, thanks: phrases, but: words },
  numbers: NUMBER_LISTS,
  /** `notAName`: words such as "belum" or "money", which no person's name has. */
  proof: { notAName: words, requests: words, beforeName: phrases },
  officer: {
    call: phrases,
    noCall: phrases,
    /** Phrases such as "jangan malam". */
    callTimes: phrases,
    byMessage: phrases,
    inThisChat: phrases,
    phone: phrases,
    who: phrases,
    where: phrases,
    /** Questions such as "has my report arrived?" or "when will you call?". */
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
    /** Words such as "depan": "minggu depan" is a week, not a Sunday. */
    ofAWeek: words,
  },
  repair: {
    papers: words,
    practical: phrases,
    lives: words,
    deathPapers: phrases,
    reportsDeath: phrases,
    objects: phrases,
    takesMoney: phrases,
    /**
     * Questions after a death:
     * - `cardOfDead`: about the dead person's card
     * - `familyAid`: about the family's aid
     * - `movesAid`: whether another person can get the aid
     */
    cardOfDead: phrases,
    familyAid: phrases,
    movesAid: phrases,
    how: words,
    repaired: words,
    done: words,
    notYet: words,
  },
  report: REPORT_LISTS,
  result: RESULT_LISTS,
  urgent: {
    drank: words,
    poison: words,
    done: words,
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
    /** Words such as "cair": the question is about aid, not about help in a danger. */
    notHelp: words,
    whereTo: phrases,
    takesBack: phrases,
    jokes: phrases,
    denies: phrases,
    isFine: phrases,
    notThis: phrases,
    fed: phrases,
    unfed: phrases,
    plea: phrases,
    wantsCall: phrases,
    cannotCall: phrases,
    food: phrases,
    weak: phrases,
    aboutToDie: phrases,
    wounded: phrases,
    attackNow: phrases,
    /** `harmless`: things such as "air" or "kopi". */
    swallowed: phrases,
    /** Words such as "ngantuk", of a person who feels a poison. */
    drowsy: phrases,
    harmless: phrases,
    stillWants: phrases,
    noCall: phrases,
    secret: phrases,
    /** The writer turns from the danger to another matter. */
    elsewhere: phrases,
    membership: phrases,
    /**
     * - `remedy`: a home remedy.
     * - `notRemedy`: words such as "toko minyak".
     * - `ordered`: 119 or a doctor ordered the remedy.
     * - `whoAnswers`: asks whether a person or a machine answers.
     */
    remedy: phrases,
    notRemedy: phrases,
    ordered: phrases,
    whoAnswers: phrases,
    ...WRITER_LISTS,
  },
  helplines: HELPLINE_LISTS,
  alarms: ALARM_LISTS,
  crisis: CRISIS_LISTS,
  care: CARE_LISTS,
  ...NAME_LISTS,
  ...READING_LISTS,
} as const;
