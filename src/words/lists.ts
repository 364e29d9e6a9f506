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
    /**
     * Words such as "belum" or "not" beside the name of a thing. The English "no" is missing, because "no KK" means a
     * KK number.
     */
    denials: words,
    /** Verbs after a denial, such as "know" (`knowing`) or "have" (`having`). */
    knowing: words,
    having: words,
    forgotten: words,
    lost: words,
    away: words,
    papers: words,
    /** Words such as "KTP" or "number". The code does not ask which thing the citizen lacks. */
    things: words,
    beside: words,
    /** Words such as "jadi" or "usah". After a "no", such a word cancels; alone, such a word means nothing. */
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
    /** A template asks the citizen to send such a word: "buka". */
    news: words,
    page: words,
    code: words,
  },
  courtesy: {
    /** Words such as "halo" or "thanks". A message of only such words asks, tells and answers nothing. */
    courteous: words,
    thanks: words,
    greets: words,
    /** Words such as "pagi". After a word of `greets`, a time belongs to the greeting; alone, it may tell a time. */
    times: words,
    salam: words,
    /** Words such as "nggih". To a short message of only such words, the service answers "Nggih". */
    nods: words,
  },
  questions: QUESTION_LISTS,
  short: SHORT_LISTS,
  written: {
    english: words,
    /** English words that people also use in Indonesian. The service does not learn the language from these. */
    shared: words,
    /**
     * Words of one language only, by the language's code. If a message has many of these, the service offers the
     * language.
     */
    offered: setsByCode,
  },
  moods: {
    angry: phrases,
    /** Whole texts that only scold, made of the two lists below. */
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
  /**
   * `notAName`: words such as "belum" or "money", which no person's name has.
   * `requests`: words such as "tulis" or "buat". The citizen asks the office to write something, and names nobody.
   * `beforeName`: words such as "nama". A person's name follows.
   */
  proof: { notAName: words, requests: words, beforeName: phrases },
  officer: {
    call: phrases,
    noCall: phrases,
    /** Phrases such as "jangan malam". Beside such a phrase, a phrase of `noCall` refuses a call only at some times. */
    callTimes: phrases,
    /** Phrases such as "WA saja". The citizen allows a message to the number. */
    byMessage: phrases,
    /** The citizen wants the answer in this chat: "WA ke chat ini saja". */
    inThisChat: phrases,
    /** Questions for the office's telephone number, or for a talk now. */
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
    /** Words such as "depan" or "lalu". After "minggu", such a word makes a week of a Sunday. */
    ofAWeek: words,
  },
  repair: {
    papers: words,
    practical: phrases,
    lives: words,
    deathPapers: phrases,
    reportsDeath: phrases,
    /** Phrases in which a living person who is listed as dead asks for an objection. */
    objects: phrases,
    /** Questions such as "may I take the money?" after a death. */
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
    /** Phrases such as "almost" or "want": the person has not done the act. */
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
    /** Words such as "cair": a question with such a word asks about aid or a visit, not about help in a danger. */
    notHelp: words,
    whereTo: phrases,
    takesBack: phrases,
    /** Words such as "bercanda", which deny that the danger was meant. */
    jokes: phrases,
    /** `denies`, such as "bukan bunuh diri": no such danger was told. `isFine`, such as "saya baik-baik saja". */
    denies: phrases,
    isFine: phrases,
    fed: phrases,
    unfed: phrases,
    plea: phrases,
    wantsCall: phrases,
    cannotCall: phrases,
    food: phrases,
    /** `aboutToDie`: a person close to suicide writes such phrases: "selamat tinggal". */
    weak: phrases,
    aboutToDie: phrases,
    /** `attackNow`: a person attacks now: "lagi dipukul". */
    wounded: phrases,
    attackNow: phrases,
    /** `harmless`: words such as "air" or "kopi". These things do no harm if a person swallows them. */
    swallowed: phrases,
    /** Words such as "ngantuk", of a person who feels a poison. */
    drowsy: phrases,
    harmless: phrases,
    stillWants: phrases,
    noCall: phrases,
    secret: phrases,
    /** A text with these words of aid, data, an office or the insurance (`membership`) leaves the report of danger. */
    elsewhere: phrases,
    membership: phrases,
    /**
     * - `remedy`: a home remedy beside an act; `notRemedy`: such words that are none, as "toko minyak".
     * - `ordered`: 119 or a doctor said so, or it is the medicine that a doctor gave.
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
