import { phrases, words } from "./kinds.ts";

/** The topic `crisis`: what people write after they told of a danger. */
export const CRISIS_LISTS = {
  no: words,
  done: words,
  gone: words,
  /** Questions and turns for the worse that `first-aid.json` of the packs answers, by the names of its rows. */
  lost: phrases,
  lostWait: phrases,
  gas: phrases,
  gasAsked: phrases,
  shock: phrases,
  shockCut: phrases,
  labour: phrases,
  blade: phrases,
  insideFire: phrases,
  choking: phrases,
  fits: phrases,
  breathing: phrases,
  cannotRise: phrases,
  mouth: phrases,
  bleeding: phrases,
  burn: phrases,
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
  /** In `nearer`, the person who threatens comes nearer; in `silent`, nobody answers behind a locked door. */
  nearer: phrases,
  /** Tells of a child who is with the person who threatens, or was taken away. */
  childThere: phrases,
  /** Tells of a helper who comes, or of the person who threatens but is away: these words are no part of `nearer`. */
  notNearer: phrases,
  silent: phrases,
  /** Asks whether to break a door or a chain. */
  force: phrases,
  fearsDeath: phrases,
  /** Tells that the person in danger has died. */
  died: phrases,
  noVehicle: phrases,
  cost: phrases,
  /** `threatened` tells of a threat, `police` of fear of the police. */
  threatened: phrases,
  /** The person who threatens will come back, or looks for the writer. */
  comesBack: phrases,
  afraid: phrases,
  /** Asks whether going away is against the law, whether others may report, and what follows a refusal. */
  law: phrases,
  anyone: phrases,
  refusing: phrases,
  talk: phrases,
  believed: phrases,
  police: phrases,
  living: phrases,
  /** Fears blame, or asks who is to blame. */
  blame: phrases,
  shame: phrases,
  /** Tells of help that the writer has given, and asks where to bring a person. */
  helped: phrases,
  bring: phrases,
  /** `hospitalised` tells that a person is in a hospital; `left`, that a person is away from the one who threatens. */
  hospitalised: phrases,
  better: phrases,
  /** Tells that a symptom or the water has ended. */
  eased: phrases,
  left: phrases,
  /** Tells of calm after poison or pills, which is no sign of safety. */
  seemsWell: phrases,
  /** `notBetter` in the same clause, and `relapse` anywhere, say that the danger has not got less. */
  notBetter: phrases,
  relapse: phrases,
  whoReads: phrases,
  /** Asks whether the family or neighbours learn of it. */
  familyKnows: phrases,
  tellNobody: phrases,
  callsOff: phrases,
  /** Nobody may contact the writer any more; words of `sometimes` limit this to some hours or ways. */
  noContact: phrases,
  sometimes: phrases,
  safeNow: phrases,
  address: phrases,
  /** The writer tells their own age, under 18. */
  ownAge: phrases,
  ageOfOther: phrases,
} as const;
