import { parts, phrases, words } from "./kinds.ts";

/**
 * The topic `alarms`: what tells of a danger for certain, beside the tables of signals and the lists of first aid. The
 * models learn nothing from these lists.
 */
export const ALARM_LISTS = {
  /** People, by who they may be in the phrases that name the part. */
  kin: parts,
  ownPeople: parts,
  young: parts,
  watchedOnes: parts,
  suspects: parts,
  captors: parts,
  /** What somebody does or suffers. */
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
  /** Beasts and vehicles that hurt, a place from which nobody comes out, and things that people lose. */
  beasts: parts,
  insidePlace: parts,
  lostThings: parts,
  /** Everyday words that only sound like a danger; they are left out before anything is read. */
  everyday: phrases,
  /** What somebody only fears. It is left out too, but not beside a phrase of `goesOn`. */
  feared: phrases,
  /** Tells that the danger is over, long ago or only told, as in news. */
  over: phrases,
  /** Tells that the danger goes on. A phrase of `over` then belongs to something else. */
  goesOn: phrases,
  suicide: phrases,
  /** A whole text that somebody of the family or a friend has come to be with the writer. */
  company: phrases,
  fire: phrases,
  /** Says that somebody sets the fire or threatens to. */
  sets: phrases,
  /** The family, a partner or a known person does it, or a person is threatened: that is violence, wherever it is. */
  knownDoer: phrases,
  /** Verbs of blows and of touch by force, in all their forms; they count beside `people` only. */
  blows: phrases,
  touches: phrases,
  /** Somebody who feels a child's body, in words that alone tell nothing ("megang-megang anak saya"). */
  handled: phrases,
  /** Somebody takes pictures of a person who bathes or has no clothes on. */
  watched: phrases,
  /** Somebody threatens to kill or hurt, such as a lender. */
  threats: phrases,
  /** Many are ill, or one is gravely ill, after a meal. */
  poisoned: phrases,
  /** An employer or one of the family locks somebody in. */
  captive: phrases,
  people: phrases,
  /** A beast that bites, stings or tramples, with the verb. It counts beside `people` only, as an injury. */
  bites: phrases,
  /** A fall, a crash or a blow to the head, with blood or without waking. */
  injured: phrases,
  /** A beast or thing that gives a blow: at the beginning of the words after the verb, or at the end of those before. */
  byBeast: phrases,
  beastDoes: phrases,
  /** Robbers and strangers. */
  robbers: phrases,
  /** Before such a verb, these say that it only might happen. */
  might: words,
  /** Words of the home, where a person with a blade is violence and not an attack in the street. */
  ofHome: words,
  /** Words such as "saya" or "rumahku". They count as `ofHome`, unless a robber is named. */
  own: words,
} as const;
