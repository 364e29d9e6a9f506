import { phrases, words } from "./kinds.ts";

export const NUMBER_LISTS = {
  card: phrases,
  nik: phrases,
  cardFirst: phrases,
  nikFirst: phrases,
  ending: phrases,
  sameCard: phrases,
  firstOne: phrases,
  secondOne: phrases,
  bothOnes: phrases,
  otherOne: phrases,
  /** The writer says that the birth date or the sex in a NIK is wrong. */
  notTheirs: phrases,
} as const;

export const RESULT_LISTS = {
  meaning: phrases,
  next: phrases,
  money: phrases,
  notMine: phrases,
  /** Phrases such as "masih hidup", after a result that the person is dead. */
  lives: phrases,
  cannotCome: phrases,
  /** Answers to "has all of it come?": all, a part, or not yet. */
  received: phrases,
  less: phrases,
  notYet: phrases,
  moneyWords: words,
  ends: words,
  stopped: phrases,
  fears: phrases,
} as const;
