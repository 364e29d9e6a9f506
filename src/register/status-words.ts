import { z } from "zod";
import type { Reason } from "../vocabulary/lists.ts";
import { Sourced } from "./programme.ts";
import type { ReasonText } from "./reasons.ts";

/** `unread`: words that say nothing about the data. */
export const StatusWords = Sourced.extend({
  valid: z.array(z.string()),
  invalid: z.array(z.string()),
  unread: z.array(z.string()).default([]),
});
export type StatusWords = z.infer<typeof StatusWords>;

/** A list may have a reason in place of a status. */
export type Status = "valid" | "invalid" | "unknown" | Reason;

export const plainWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export function spellingsOf(reasons: readonly ReasonText[]): Map<string, Reason> {
  return new Map(
    reasons.flatMap(({ reason, spellings }) =>
      [reason, ...spellings].map((text) => [plainWords(text), reason] as const),
    ),
  );
}

export type TakenWords = { text: string; reason: Reason; status: "valid" | "invalid" | "unread" };

/** Returns words that this list turns from a reason into a status. */
export function findTakenWords(
  list: StatusWords,
  before: readonly StatusWords[],
  reasons: readonly ReasonText[],
): TakenWords[] {
  const spellings = spellingsOf(reasons);
  const known = new Set(
    before.flatMap(({ valid, invalid, unread }) => [...valid, ...invalid, ...unread].map(plainWords)),
  );
  return (["valid", "invalid", "unread"] as const).flatMap((status) =>
    list[status].flatMap((text) => {
      const plain = plainWords(text);
      const reason = known.has(plain) ? undefined : spellings.get(plain);
      return reason === undefined ? [] : [{ text, reason, status }];
    }),
  );
}

export const describeTakenWords = ({ text, reason, status }: TakenWords): string =>
  `"${text}" in the status column is read as ${status} and no longer as the reason ${reason}, so citizens no longer read this reason and who repairs it`;

/** If two lists map the same words, the later list counts. */
export function statusesOf(words: readonly StatusWords[], reasons: readonly ReasonText[]): Map<string, Status> {
  const listed = words.flatMap(({ valid, invalid, unread }) => [
    ...valid.map((text) => [plainWords(text), "valid"] as const),
    ...invalid.map((text) => [plainWords(text), "invalid"] as const),
    ...unread.map((text) => [plainWords(text), "unknown"] as const),
  ]);
  return new Map<string, Status>([...spellingsOf(reasons), ...listed]);
}
