import { parts, phrases, words } from "./kinds.ts";

/** The topic `alarms`: words that tell of a danger for certain. The models learn nothing from these lists. */
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
  /** Everyday words that only sound like a danger. The service removes these words before it reads the other lists. */
  everyday: phrases,
  /**
   * Phrases of a danger that the writer only fears. The service removes these too, unless the text has a phrase of
   * `goesOn`.
   */
  feared: phrases,
  /** Phrases of a danger that is over or long ago, or that the writer knows from the news. */
  over: phrases,
  /** Phrases of a danger that goes on. A phrase of `over` then does not count. */
  goesOn: phrases,
  suicide: phrases,
  /** A whole text such as "adik saya sudah datang menemani saya". */
  company: phrases,
  fire: phrases,
  /** Phrases of a person who sets fire, or threatens to set fire. */
  sets: phrases,
  /**
   * Phrases of a known person who attacks, or of a threat. Beside a blade or fire, such a phrase tells of violence at
   * any place.
   */
  knownDoer: phrases,
  /** `blows`: verbs of blows. `touches`: verbs of touch by force. A verb counts only near a word of `people`. */
  blows: phrases,
  touches: phrases,
  /** Phrases of a person who feels a child's body, such as "megang-megang anak saya". */
  handled: phrases,
  /** Phrases of a person who takes pictures of somebody who bathes or has no clothes on. */
  watched: phrases,
  /** Phrases of a person, such as a lender, who threatens to kill or hurt. */
  threats: phrases,
  /** After a meal, many people are ill, or one person is gravely ill. */
  poisoned: phrases,
  captive: phrases,
  people: phrases,
  /**
   * An animal with a verb such as "bite", "sting" or "trample". Counts as an injury, and only near a word of `people`.
   */
  bites: phrases,
  injured: phrases,
  /** Signs of an illness or an injury that cannot wait, such as "dada kayak ditindih, keringat dingin". */
  ill: phrases,
  /** An animal or thing that gives a blow. `byBeast` stands directly after the verb, `beastDoes` directly before. */
  byBeast: phrases,
  beastDoes: phrases,
  robbers: phrases,
  /** Words before a verb of `blows` or `touches`. The act then only might happen. */
  might: words,
  /** Words of the home. There, a person with a blade is violence, not an attack in the street. */
  ofHome: words,
  /** Words such as "saya" or "rumahku". If the text names no robber, these words count as `ofHome`. */
  own: words,
} as const;
