import { OFFICES, type Phase, RUNGS, type Rung, STEPS, type Step } from "../../vocabulary/lists.ts";
import type { Move, MoveName } from "./kind.ts";

export const steps = {
  new: "new",
  working: "working",
  waiting: "waiting",
  repaired: "solved",
  closed: "closed",
} as const satisfies Record<Step, Phase>;

const ALL: readonly Rung[] = RUNGS;
const PLACES: readonly Rung[] = ["village", "tksk", "disdukcapil"];
const DINSOS: readonly Rung[] = ["dinsos"];
const REPAIRERS: readonly Rung[] = ["village", "tksk", "dinsos", "disdukcapil"];

const ANY: readonly Step[] = STEPS;
const OPEN: readonly Step[] = ["new", "working", "waiting"];
export const OURS: readonly Step[] = ["new", "working"];

const WHOEVER_SEES = { holder: ALL, beside: ALL, supervisor: DINSOS, area: PLACES };
const WHO_WORKS = { holder: ALL, beside: ALL, supervisor: DINSOS, part: OFFICES };
const WHO_ANSWERS_FOR_IT = { holder: ALL, supervisor: DINSOS };

const toAll = (step: Step) => ({ new: step, working: step, waiting: step });

export const moves = {
  read: { from: ANY, by: WHOEVER_SEES },
  note: { from: ANY, by: WHOEVER_SEES, requires: ["words"], to: { new: "working" } },
  answer: {
    from: OPEN,
    by: WHO_WORKS,
    requires: ["words"],
    to: { new: "working" }, // an open question stays open after an officer's answer
    clock: ["answered"],
    says: "casework.answer",
  },
  ask: {
    from: OPEN,
    by: WHO_WORKS,
    requires: ["words"],
    to: toAll("waiting"),
    clock: ["answered", "resume", "pause"],
    says: "casework.ask",
  },
  proceed: {
    from: ["waiting"],
    by: WHO_WORKS,
    requires: ["words", "reason"],
    to: { waiting: "working" },
    clock: ["resume"],
  },
  repair: {
    from: OPEN,
    by: { holder: REPAIRERS, beside: REPAIRERS, supervisor: DINSOS },
    requires: ["data-at-fault", "parts-ended"],
    to: toAll("repaired"),
    clock: ["answered", "end"],
    part: "end-own",
    says: "casework.repair",
  },
  close: {
    from: OPEN,
    fromConfidential: OURS, // a citizen's silence never closes a confidential ticket
    by: WHO_ANSWERS_FOR_IT,
    requires: ["words", "parts-ended"],
    to: toAll("closed"),
    clock: ["answered", "end"],
    part: "end-own",
    says: "casework.close",
  },
  take: { from: OPEN, by: WHOEVER_SEES, says: "casework.assign" },
  transfer: { from: OPEN, by: WHO_ANSWERS_FOR_IT, says: "casework.assign" },
  share: { from: OPEN, by: WHO_ANSWERS_FOR_IT, requires: ["words", "office"], part: "begin", says: "casework.share" },
  "end-part": {
    from: OPEN,
    by: { holder: DINSOS, beside: DINSOS, supervisor: DINSOS, part: OFFICES },
    requires: ["words", "outcome"],
    part: "end",
    says: "casework.endPart",
    notDone: { requires: ["words", "reason"] },
  },
  reveal: { from: OPEN, by: { holder: ALL, beside: ALL, part: OFFICES }, requires: ["reason"] },
  unlock: { from: ANY, by: { holder: DINSOS, beside: DINSOS, supervisor: DINSOS }, requires: ["reason"] },
  amend: { from: OPEN, by: WHO_ANSWERS_FOR_IT, requires: ["reason"], clock: ["recount"] },
  raise: { from: OPEN, by: WHOEVER_SEES, requires: ["reason"] },
  lower: { from: OPEN, by: { holder: DINSOS, supervisor: DINSOS }, requires: ["reason", "mark"] },

  add: { from: OPEN, by: "citizen", to: { waiting: "working" }, clock: ["resume"], part: "end-withdrawn" },
  dispute: { from: ANY, by: "citizen", to: { repaired: "working", closed: "working" }, clock: ["restart"] },
  withhold: { from: ANY, by: "citizen" },
  "take-back": {
    from: ANY,
    by: "citizen",
    onlyIf: "question-open-again",
    to: { working: "waiting" },
    clock: ["pause"],
  },
  confide: { from: ANY, by: "citizen" },

  assign: { from: ANY, by: "system", says: "casework.assign" },
  fetch: { from: ANY, by: "system" },
  erase: { from: ANY, by: "system" },
  remind: { from: OPEN, late: "ignored", by: "system" },
  nudge: { from: OPEN, late: "ignored", by: "system", says: "reply.nudge" },
  tell: { from: OPEN, late: "ignored", by: "system" },
  "put-off": { from: OPEN, late: "ignored", by: "system" },
} as const satisfies Record<MoveName, Move>;
