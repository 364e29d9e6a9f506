import { z } from "zod";
import { OFFICES, type Office, PART_OUTCOMES, PART_PHASES, type Rung } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Ticket } from "./ticket.ts";

/** An office's share of a ticket, with a clock of its own. Times in ms since 1970. */
export const Part = z.object({
  /** Counts up from 1 in its ticket. */
  no: z.number(),
  office: z.enum(OFFICES),
  /** Who works on it; absent where nobody of the office could be given it: then it is all its officers'. */
  officer: z.string().optional(),
  phase: z.enum(PART_PHASES),
  since: z.number(),
  dueAt: z.number(),
  endedAt: z.number().optional(),
  outcome: z.enum(PART_OUTCOMES).optional(),
});
export type Part = z.infer<typeof Part>;

/** The field of a ticket that these functions read; a ticket of an older release lacks it. */
type Shared = { parts?: readonly Part[] | undefined };

export const isOpenPart = ({ endedAt }: Part): boolean => endedAt === undefined;

export const openPartsOf = ({ parts = [] }: Shared): Part[] => parts.filter(isOpenPart);

/** Finds the open part of an office; an office has one at most. */
export const openPartOf = (ticket: Shared, office: Office): Part | undefined =>
  openPartsOf(ticket).find((part) => part.office === office);

/** The office of an officer where it has an open part of a ticket. */
export function ownOffice(ticket: Shared, officer: { rung: Rung } | undefined): { office?: Office } {
  const part = openPartsOf(ticket).find(({ office }) => office === officer?.rung);
  return part ? { office: part.office } : {};
}

/** Who has an open part of it. */
export const partOfficersOf = (ticket: Shared): string[] =>
  openPartsOf(ticket).flatMap(({ officer }) => (officer === undefined ? [] : [officer]));

/** The offices that may have a part of a ticket: those of its kind, and none where only few read it. */
export function officesFor({
  kind,
  category,
  sensitive,
}: Pick<Ticket, "kind" | "category" | "sensitive">): readonly Office[] {
  const { readers, parts } = kindTable(kind);
  const isClosed = sensitive || readers === "dinsos" || rule(category).onlyMarked !== undefined;
  return isClosed || !parts ? [] : parts.offices;
}
