import { phrases, words } from "./kinds.ts";

export const NUMBER_LISTS = {
  card: phrases,
  nik: phrases,
  cardFirst: phrases,
  nikFirst: phrases,
  ending: phrases,
  sameCard: phrases,
  /** Say which of two people is meant: the first, the second, both, or the one who is left. */
  firstOne: phrases,
  secondOne: phrases,
  bothOnes: phrases,
  otherOne: phrases,
  /** Phrases that say that the birth date or the sex in a NIK is not the owner's. */
  notTheirs: phrases,
} as const;

/** Words and phrases about the result that the chat has just shown. */
export const RESULT_LISTS = {
  meaning: phrases,
  next: phrases,
  money: phrases,
  notMine: phrases,
  /** Phrases that say that a person lives, after a result that says dead. */
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
