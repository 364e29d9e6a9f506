import { z } from "zod";
import { OFFICES, type Office, PART_OUTCOMES, PART_PHASES, type Rung } from "../vocabulary/lists.ts";
import { isOnlyForMarked } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Ticket } from "./ticket.ts";

/** Times are in ms since 1970. */
export const Part = z.object({
  no: z.number(),
  office: z.enum(OFFICES),
  /** Without an officer, every officer of the office may work on the part. */
  officer: z.string().optional(),
  phase: z.enum(PART_PHASES),
  since: z.number(),
  dueAt: z.number(),
  endedAt: z.number().optional(),
  outcome: z.enum(PART_OUTCOMES).optional(),
});
export type Part = z.infer<typeof Part>;

type WithParts = { parts?: readonly Part[] | undefined };

export const isOpenPart = ({ endedAt }: Part): boolean => endedAt === undefined;

export const openPartsOf = ({ parts = [] }: WithParts): Part[] => parts.filter(isOpenPart);

/** An office has at most one open part. */
export const openPartOf = (ticket: WithParts, office: Office): Part | undefined =>
  openPartsOf(ticket).find((part) => part.office === office);

export function ownOffice(ticket: WithParts, officer: { rung: Rung } | undefined): { office?: Office } {
  const part = openPartsOf(ticket).find(({ office }) => office === officer?.rung);
  return part ? { office: part.office } : {};
}

export const partOfficersOf = (ticket: WithParts): string[] =>
  openPartsOf(ticket).flatMap(({ officer }) => (officer === undefined ? [] : [officer]));

export function officesFor({
  kind,
  category,
  sensitive,
}: Pick<Ticket, "kind" | "category" | "sensitive">): readonly Office[] {
  const { readers, parts } = kindTable(kind);
  const isClosed = sensitive || readers === "dinsos" || isOnlyForMarked(category);
  return isClosed || !parts ? [] : parts.offices;
}
