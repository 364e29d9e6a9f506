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
  /**
   * Questions and bad news. For each list from here to `refused`, `first-aid.json` of the packs has a row with the
   * answer.
   */
  lost: phrases,
  lostWait: phrases,
  gas: phrases,
  gasAsked: phrases,
  gasOff: phrases,
  shock: phrases,
  /** `powerOn`: the power may still be on. `shockCut`: the power is off for certain. */
  powerOn: phrases,
  shockCut: phrases,
  labour: phrases,
  blade: phrases,
  /** Phrases that deny a turn for the better, such as "bapak masih di dalam" or "napasnya gak ada". */
  notSafeYet: phrases,
  /** Everybody has left the burning or flooded house. */
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
  /** A fresh burn that needs a doctor; `burn` has also questions about burns. */
  scalded: phrases,
  /** Water or ice on a burn. */
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
  /**
   * Suicide of another person: `others` are words for the person, `acts` words for the act. After a word of `objects`
   * before the person, or with `self` or `breaks` before the act, the act is not that person's.
   */
  others: phrases,
  acts: phrases,
  objects: phrases,
  self: words,
  breaks: words,
  harmsOthers: phrases,
  /** A threat with the own death, such as "ngancam loncat", harms nobody else. */
  threatensSelf: phrases,
  debt: phrases,
  /** The other means to die together with the family, or has petrol. */
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
  /** The called help has not come, or no person answers the call: "damkar belum datang", "112 ga diangkat". */
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
  /** A child is with the person who threatens, or was taken away. */
  childThere: phrases,
  fetchesChild: phrases,
  /**
   * Phrases of a helper who comes, or of a threatening person who is away. The service removes such phrases before it
   * looks for `nearer`.
   */
  notNearer: phrases,
  silent: phrases,
  /** Questions whether to break a door or a chain: "boleh dobrak?". */
  force: phrases,
  fearsDeath: phrases,
  /** The person in danger has died, such as "ditemukan meninggal". */
  died: phrases,
  noVehicle: phrases,
  cost: phrases,
  /**
   * `threatened`: words such as "diancam".
   * `police`: phrases such as "takut lapor polisi".
   */
  threatened: phrases,
  /** People who threaten are at the citizen's house. */
  atDoor: phrases,
  /** The person who threatens will come back, or looks for the writer. */
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
  /** The writer fears blame, or asks who is to blame. */
  blame: phrases,
  shame: phrases,
  /**
   * `helped`: the writer has given help.
   * `bring`: the writer asks where to bring a person.
   */
  helped: phrases,
  bring: phrases,
  /**
   * `hospitalised`: phrases such as "sudah dirawat".
   * `left`: phrases such as "sudah pergi": the person is away from the one who threatens.
   */
  hospitalised: phrases,
  better: phrases,
  /** A symptom or the flood has ended, such as "panasnya sudah turun". */
  eased: phrases,
  left: phrases,
  /**
   * Phrases in which the citizen feels well, such as "sudah lega". After poison or pills, they do not prove safety.
   */
  seemsWell: phrases,
  /**
   * Phrases that deny a good sign:
   * - `notBetter` (such as "belum lega"): in the same clause.
   * - `relapse` (such as "tapi tambah parah"): anywhere in the text.
   */
  notBetter: phrases,
  relapse: phrases,
  whoReads: phrases,
  /** Questions whether the family or neighbours learn of the report. */
  familyKnows: phrases,
  tellNobody: phrases,
  callsOff: phrases,
  /**
   * `noContact`: phrases such as "jangan hubungi": the writer wants no contact any more.
   * `sometimes`: words such as "malam" or "kalau": the wish is only for some hours or ways.
   */
  noContact: phrases,
  /** A whole text such as "tidak usah". */
  notNeeded: phrases,
  sometimes: phrases,
  safeNow: phrases,
  address: phrases,
  /** The writer tells their own age, below 18. */
  ownAge: phrases,
  ageOfOther: phrases,
} as const;
