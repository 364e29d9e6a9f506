import { parts, phrases, words } from "./kinds.ts";

/** Who writes after violence: `urgent` has these lists, too. */
export const WRITER_LISTS = {
  /** The victim is another person: "anak tetangga", "muridku". The service first removes a person of `doer`. */
  bystander: phrases,
  doer: phrases,
  /** The writer cannot leave, hides or cannot speak. */
  cornered: phrases,
  firstPerson: words,
  /** Parts of the body: `ownBodyJoined` has them with "-ku". */
  ownBody: phrases,
  ownBodyJoined: phrases,
  /** Acts with the victim before them ("dipukul"), and with the victim after them ("memukul"). */
  harmed: phrases,
  harms: phrases,
  struck: phrases,
  /** Acts of who locks somebody in; `confined`: is locked in, or hides. */
  locks: phrases,
  confined: phrases,
  /** Other people; `other` matches one of `others`. */
  others: parts,
  other: phrases,
  /** What the writer is if somebody else suffers: "saya tetangganya". */
  onlooker: phrases,
  /** "Suaminya" after an act: the victim is a third person. */
  theirDoer: words,
  betweenNames: words,
  /** Words whose owner is no victim: "di belakang rumah saya", "hp saya". */
  nearPlaces: words,
  ownedThings: words,
  together: words,
  livesWith: words,
  sees: words,
  /** "Bukan saya", unless one of `notOnly` follows: "bukan saya saja". */
  notI: words,
  notOnly: words,
  /** How people address us: "mbak, saya dipukul". */
  addressed: words,
  /** A clause such as "saya juga". */
  alsoI: phrases,
  also: words,
  /** The writer says plainly that somebody else is the victim; for `ownFamily`, the writer reads the texts for a victim. */
  ownFamily: phrases,
  notMe: phrases,
  sufferWords: parts,
} as const;
