import { phrases, words } from "./kinds.ts";

export const HELPLINE_LISTS = {
  numbers: words,
  denials: words,
  /** `unanswered` tells of a call without an answer, `ill` of a person who is ill after poison. */
  unanswered: phrases,
  ill: phrases,
  /** Phrases of a hungry person who has asked around, or asks who comes. */
  tried: phrases,
  reaches: words,
  aidNames: words,
  /** `refuses` also holds phrases about other persons. */
  agrees: phrases,
  refuses: phrases,
  reach: phrases,
  /** `visum` asks who pays for the medical report, `aid` what becomes of the aid or its card. */
  visum: phrases,
  aid: phrases,
  order: phrases,
  free: phrases,
  unheard: phrases,
  /** Phrases that ask who answers a call, and who learns of it. */
  who: phrases,
  comes: phrases,
  /** Asks whom the service sends, and when. */
  sends: phrases,
  shelter: phrases,
  now: phrases,
  company: phrases,
  youCall: phrases,
  /** Asks whether somebody goes to prison, or is told. */
  prison: phrases,
  knows: phrases,
  /** Asks what becomes of the children, and whether the officer is a woman. */
  children: phrases,
  /** Asks whether children may come along. */
  bringChild: phrases,
  woman: phrases,
} as const;

/**
 * Questions before a treatment, of a citizen whose health insurance is off: about letter, papers, money and office.
 */
export const CARE_LISTS = {
  noVehicle: phrases,
  refused: phrases,
  pain: phrases,
  wrongLetter: phrases,
  hasLetter: phrases,
  brings: phrases,
  pays: phrases,
  office: phrases,
  letter: phrases,
} as const;
