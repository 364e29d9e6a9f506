import { parts, phrases, words } from "./kinds.ts";

/** The topic `alarms`: words that tell of a danger for certain. */
export const ALARM_LISTS = {
  kin: parts,
  ownPeople: parts,
  young: parts,
  watchedOnes: parts,
  suspects: parts,
  captors: parts,
  wishes: parts,
  wakesAgain: parts,
  mayNotLeave: parts,
  gropes: parts,
  groped: parts,
  photographs: parts,
  kills: parts,
  eats: parts,
  sickBelly: parts,
  faint: parts,
  beasts: parts,
  insidePlace: parts,
  lostThings: parts,
  /** Everyday words that only sound like a danger. */
  everyday: phrases,
  feared: phrases,
  over: phrases,
  goesOn: phrases,
  suicide: phrases,
  /** A whole text such as "adik saya sudah datang menemani saya". */
  company: phrases,
  /** Phrases of people in a well or at sea, of ground that gives way, and of a leaking gas cylinder. */
  outThere: phrases,
  /** Phrases of poison that somebody has drunk by mistake. */
  byMistake: phrases,
  fire: phrases,
  /** Phrases of a person who sets fire, or threatens to set fire. */
  sets: phrases,
  knownDoer: phrases,
  /** A verb counts only near a word of `people`. */
  blows: phrases,
  touches: phrases,
  /** Phrases of a person who feels a child's body, such as "megang-megang anak saya". */
  handled: phrases,
  /** Phrases about pictures of a person without clothes. */
  watched: phrases,
  threats: phrases,
  poisoned: phrases,
  captive: phrases,
  people: phrases,
  /** Phrases of an animal that bites; they count only near a word of `people`. */
  bites: phrases,
  injured: phrases,
  /** Signs of an illness or an injury that cannot wait, such as "dada kayak ditindih, keringat dingin". */
  ill: phrases,
  /** `byBeast` stands directly after the verb, `beastDoes` directly before. */
  byBeast: phrases,
  beastDoes: phrases,
  robbers: phrases,
  /** Words before a verb of `blows` or `touches`: the act only might happen. */
  might: words,
  /** Words of the home, where an attack with a blade counts as violence. */
  ofHome: words,
  /** If the text names no robber, these words count as `ofHome`. */
  own: words,
} as const;
