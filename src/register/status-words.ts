import { z } from "zod";
import type { Reason } from "../vocabulary/lists.ts";
import { Sourced } from "./programme.ts";
import type { ReasonText } from "./reasons.ts";

/** What an office writes into the status column: `unread` words look like a status and say nothing about the data. */
export const StatusWords = Sourced.extend({
  valid: z.array(z.string()),
  invalid: z.array(z.string()),
  unread: z.array(z.string()).default([]),
});
export type StatusWords = z.infer<typeof StatusWords>;

/** A status cell as it is read: a judgement, a reason in its place, or `unknown`. */
export type Status = "valid" | "invalid" | "unknown" | Reason;

/** Words compared without case, punctuation and double spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** An office's spellings of reasons by their plain words. */
export function spellingsOf(reasons: readonly ReasonText[]): Map<string, Reason> {
  return new Map(
    reasons.flatMap(({ reason, spellings }) =>
      [reason, ...spellings].map((text) => [plainWords(text), reason] as const),
    ),
  );
}

/** Every word of a status column by its plain words; later lists win over earlier ones. */
export function statusesOf(words: readonly StatusWords[], reasons: readonly ReasonText[]): Map<string, Status> {
  const listed = words.flatMap(({ valid, invalid, unread }) => [
    ...valid.map((text) => [plainWords(text), "valid"] as const),
    ...invalid.map((text) => [plainWords(text), "invalid"] as const),
    ...unread.map((text) => [plainWords(text), "unknown"] as const),
  ]);
  return new Map<string, Status>([...spellingsOf(reasons), ...listed]);
}
