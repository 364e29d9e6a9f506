import { phrases, words } from "./kinds.ts";

export const HELPLINE_LISTS = {
  numbers: words,
  denials: words,
  /** `ill`: words of an ill person after poison, such as "muntah". */
  unanswered: phrases,
  ill: phrases,
  /** A hungry person has asked neighbours or the RT, or asks who comes. */
  tried: phrases,
  reaches: words,
  aidNames: words,
  agrees: phrases,
  permits: words,
  refuses: phrases,
  reach: phrases,
  /**
   * `visum`: asks who pays for the medical report.
   * `aid`: asks whether the aid or its card is lost.
   */
  visum: phrases,
  aid: phrases,
  order: phrases,
  free: phrases,
  unheard: phrases,
  /** Questions who answers a call, and who learns of the call. */
  who: phrases,
  comes: phrases,
  sends: phrases,
  shelter: phrases,
  now: phrases,
  company: phrases,
  youCall: phrases,
  /** `knows`: asks whether the husband, the family or another person learns of the call. */
  prison: phrases,
  knows: phrases,
  children: phrases,
  bringChild: phrases,
  woman: phrases,
} as const;

/** Questions before a treatment, by a citizen whose health insurance is off. */
export const CARE_LISTS = {
  /** `mayWait`: asks whether the care may wait. `byCar`: asks whether a neighbour may bring the person. */
  mayWait: phrases,
  byCar: phrases,
  arrears: phrases,
  cannotPay: phrases,
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
