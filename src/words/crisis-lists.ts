import { parts, phrases, words } from "./kinds.ts";

/** The topic `crisis`: words that people write after they told of a danger. */
export const CRISIS_LISTS = {
  people: parts,
  anybody: parts,
  companions: parts,
  household: parts,
  attacker: parts,
  theOther: parts,
  pastTimes: parts,
  rightNow: parts,
  suddenly: parts,
  publicPlaces: parts,
  nearMe: parts,
  returned: parts,
  arrives: parts,
  hasLeft: parts,
  attacks: parts,
  givesAway: parts,
  prepares: parts,
  blades: parts,
  instruments: parts,
  foods: parts,
  births: parts,
  ofLabour: parts,
  limbWeak: parts,
  crookedFace: parts,
  slurred: parts,
  faceOrSpeech: parts,
  mayFall: parts,
  no: words,
  done: words,
  gone: words,
  /** `first-aid.json` has an answer for each list from here to `refused`. */
  lost: phrases,
  lostWait: phrases,
  gas: phrases,
  gasAsked: phrases,
  gasOff: phrases,
  shock: phrases,
  /** `powerOn`: the power may still be on. `shockCut`: the power is off for certain. */
  powerOn: phrases,
  shockCut: phrases,
  well: phrases,
  newbornSilent: phrases,
  headShows: phrases,
  labour: phrases,
  blade: phrases,
  /** Phrases that deny good news, such as "bapak masih di dalam" or "napasnya gak ada". */
  notSafeYet: phrases,
  allOut: phrases,
  insideFire: phrases,
  choking: phrases,
  diabetic: phrases,
  sugarAsked: phrases,
  pressHow: phrases,
  placenta: phrases,
  rubAsked: phrases,
  fallHip: phrases,
  fitOver: phrases,
  snakeAsked: phrases,
  snakeBite: phrases,
  fits: phrases,
  breathing: phrases,
  stroke: phrases,
  collapse: phrases,
  cannotRise: phrases,
  mouth: phrases,
  bleeding: phrases,
  severed: phrases,
  burn: phrases,
  scalded: phrases,
  coolAsked: phrases,
  newborn: phrases,
  cold: phrases,
  missing: phrases,
  trapped: phrases,
  electricity: phrases,
  babyFood: phrases,
  feeding: phrases,
  papersLost: phrases,
  rescuers: phrases,
  sleep: phrases,
  hospital: phrases,
  refused: phrases,
  /** Suicide of another person: `others` are words for the person, `acts` words for the act. */
  others: phrases,
  acts: phrases,
  objects: phrases,
  self: words,
  breaks: words,
  harmsOthers: phrases,
  threatensSelf: phrases,
  debt: phrases,
  otherTakesAll: phrases,
  otherArmed: phrases,
  otherLocked: phrases,
  otherSilent: phrases,
  otherTell: phrases,
  otherSafe: phrases,
  otherSteps: phrases,
  /** `means`: the citizen has a thing at hand to harm themselves. `meansGone`: this thing is away. */
  means: phrases,
  meansGone: phrases,
  /** The thing is not really away: hidden, kept for later, or only partly given away. */
  meansKept: phrases,
  noMeans: phrases,
  /**
   * - `nearer`: phrases such as "dia pulang": the person who threatens comes nearer.
   * - `silent`: phrases such as "diam saja": a person behind a locked door does not answer.
   */
  nearer: phrases,
  lateHelp: phrases,
  /** A whole text such as "udah" or "wis tak lakoni". */
  isDone: phrases,
  /**
   * News after violence, or after a danger of other people:
   * - `burns`: fire or petrol.
   * - `inside`: a person is inside.
   * - `abducted`: a person was taken away, or is held.
   * - `screams`: the writer hears a person again.
   */
  burns: phrases,
  inside: phrases,
  abducted: phrases,
  screams: phrases,
  policeNumber: phrases,
  childThere: phrases,
  fetchesChild: phrases,
  notNearer: phrases,
  silent: phrases,
  force: phrases,
  fearsDeath: phrases,
  died: phrases,
  noVehicle: phrases,
  cost: phrases,
  threatened: phrases,
  atDoor: phrases,
  comesBack: phrases,
  afraid: phrases,
  /**
   * - `law`: asks whether going away is against the law.
   * - `anyone`: asks whether other people may report.
   * - `refusing`: asks what follows a refusal.
   */
  law: phrases,
  anyone: phrases,
  refusing: phrases,
  talk: phrases,
  believed: phrases,
  police: phrases,
  living: phrases,
  blame: phrases,
  shame: phrases,
  helped: phrases,
  bring: phrases,
  /** `left`: the person is away from the one who threatens. */
  hospitalised: phrases,
  better: phrases,
  eased: phrases,
  left: phrases,
  /** After poison or pills, these phrases do not prove safety. */
  seemsWell: phrases,
  /**
   * Phrases that deny a good sign:
   * - `notBetter` (such as "belum lega"): in the same clause.
   * - `relapse` (such as "tapi tambah parah"): anywhere in the text.
   */
  notBetter: phrases,
  relapse: phrases,
  whoReads: phrases,
  familyKnows: phrases,
  tellNobody: phrases,
  callsOff: phrases,
  /**
   * `noContact`: phrases such as "jangan hubungi": the writer wants no contact any more.
   * `sometimes`: words such as "malam" or "kalau": the wish is only for some hours or ways.
   */
  noContact: phrases,
  notNeeded: phrases,
  sometimes: phrases,
  safeNow: phrases,
  address: phrases,
  /** The writer tells their own age, below 18. */
  ownAge: phrases,
  ageOfOther: phrases,
} as const;
