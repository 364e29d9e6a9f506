import { z } from "zod";
import { FILE_STATES, REFUSALS } from "../vocabulary/lists.ts";
import { MediaFile } from "../vocabulary/message.ts";

/** `size` is in bytes. */
export const Attachment = MediaFile.extend({
  id: z.string(),
  at: z.number(),
  state: z.enum(FILE_STATES),
  refusal: z.enum(REFUSALS).optional(),
  type: z.string().optional(),
  size: z.number().optional(),
  sha256: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const Fetched = z.discriminatedUnion("state", [
  z.object({ state: z.literal("kept"), type: z.string(), size: z.number(), sha256: z.string() }),
  z.object({ state: z.literal("refused"), refusal: z.enum(REFUSALS) }),
]);
export type Fetched = z.infer<typeof Fetched>;

const MOST_FILES = 30;

export function withFiles(
  number: string,
  known: readonly Attachment[],
  files: readonly MediaFile[],
  at: number,
): Attachment[] {
  const more = files.map(
    (file, index): Attachment => ({ ...file, id: `${number}-f${known.length + index + 1}`, at, state: "pending" }),
  );
  return [...known, ...more].slice(0, MOST_FILES);
}

export const withFetched = (known: readonly Attachment[], id: string, fetched: Fetched): Attachment[] =>
  known.map((one) => (one.id === id && one.state === "pending" ? { ...one, ...fetched } : one));

export const withTakenBack = (known: readonly Attachment[], at: number): Attachment[] =>
  known.map((one) => (one.at === at ? { ...one, state: "refused", refusal: "taken-back" } : one));

export const withErased = (known: readonly Attachment[]): Attachment[] =>
  known.map((one) => (one.state === "refused" ? one : { ...one, state: "erased" }));
