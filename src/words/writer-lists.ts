import { parts, phrases, words } from "./kinds.ts";

/** Lists of `urgent` about who writes after violence. */
export const WRITER_LISTS = {
  /** The victim is another person: "anak tetangga", "muridku". */
  bystander: phrases,
  doer: phrases,
  cornered: phrases,
  firstPerson: words,
  /** `ownBodyJoined`: parts of the body with "-ku". */
  ownBody: phrases,
  ownBodyJoined: phrases,
  /** `harmed`: acts such as "dipukul"; `harms`: acts such as "memukul". */
  harmed: phrases,
  harms: phrases,
  struck: phrases,
  locks: phrases,
  confined: phrases,
  others: parts,
  other: phrases,
  onlooker: phrases,
  /** Words such as "suaminya" after an act: the victim is a third person. */
  theirDoer: words,
  betweenNames: words,
  /** Words whose owner is no victim: "di belakang rumah saya", "hp saya". */
  nearPlaces: words,
  ownedThings: words,
  together: words,
  livesWith: words,
  sees: words,
  /** Words such as "bukan saya"; with `notOnly`: "bukan saya saja". */
  notI: words,
  notOnly: words,
  addressed: words,
  alsoI: phrases,
  also: words,
  ownFamily: phrases,
  notMe: phrases,
  sufferWords: parts,
} as const;
