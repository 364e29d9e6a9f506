import type { Act } from "../vocabulary/acts.ts";
import { RUNGS, type Rung } from "../vocabulary/lists.ts";
import { mayLower } from "./closed-lane.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

/** How an officer stands to a ticket: has it, works beside its officer, is the Dinsos above it, or serves its place. */
const RELATIONS = ["holder", "beside", "supervisor", "area"] as const;
type Relation = (typeof RELATIONS)[number];

type Rights = Partial<Record<Relation, readonly Rung[]>>;

const ALL: readonly Rung[] = RUNGS;
const PLACES: readonly Rung[] = ["village", "tksk", "disdukcapil"];
const DINSOS: readonly Rung[] = ["dinsos"];
const REPAIRERS: readonly Rung[] = ["village", "tksk", "dinsos", "disdukcapil"];

/** Who may do what: the rungs, by act and relation. What a line leaves out is refused. */
const RIGHTS: Record<Act, Rights> = {
  read: { holder: ALL, beside: ALL, supervisor: DINSOS, area: PLACES },
  note: { holder: ALL, beside: ALL, supervisor: DINSOS, area: PLACES },
  answer: { holder: ALL, beside: ALL, supervisor: DINSOS },
  ask: { holder: ALL, beside: ALL, supervisor: DINSOS },
  proceed: { holder: ALL, beside: ALL, supervisor: DINSOS },
  repair: { holder: REPAIRERS, beside: REPAIRERS, supervisor: DINSOS },
  close: { holder: ALL, supervisor: DINSOS },
  take: { holder: ALL, beside: ALL, supervisor: DINSOS, area: PLACES },
  transfer: { holder: ALL, supervisor: DINSOS },
  reveal: { holder: ALL, beside: ALL },
  unlock: { holder: DINSOS, beside: DINSOS, supervisor: DINSOS },
  amend: { holder: ALL, supervisor: DINSOS },
  raise: { holder: ALL, beside: ALL, supervisor: DINSOS, area: PLACES },
  lower: { holder: DINSOS, supervisor: DINSOS },
};

type Held = Pick<Ticket, "officer" | "beside" | "category" | "sensitive" | "doubt">;

function relationOf({ id, rung }: Officer, ticket: Pick<Held, "officer" | "beside">): Relation {
  if (ticket.officer === id) return "holder";
  if (ticket.beside === id) return "beside";
  return rung === "dinsos" ? "supervisor" : "area";
}

/** Whether an officer may do this to a ticket that they see. Only an officer marked for its lane may lower one. */
export function mayDo(officer: Officer, ticket: Held, act: Act): boolean {
  if (act === "lower" && !mayLower(officer, ticket)) return false;
  return RIGHTS[act][relationOf(officer, ticket)]?.includes(officer.rung) ?? false;
}
