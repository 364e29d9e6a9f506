import { z } from "zod";
import { FILE_STATES, REFUSALS } from "../vocabulary/lists.ts";
import { MediaFile } from "../vocabulary/message.ts";

/** A file of a ticket: named by its platform until it is fetched, then kept under our own id. Size in bytes. */
export const Attachment = MediaFile.extend({
  id: z.string(),
  at: z.number(),
  state: z.enum(FILE_STATES),
  refusal: z.enum(REFUSALS).optional(),
  /** Its real type, by its bytes. */
  type: z.string().optional(),
  size: z.number().optional(),
  sha256: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** The outcome of fetching a file. */
export const Fetched = z.discriminatedUnion("state", [
  z.object({ state: z.literal("kept"), type: z.string(), size: z.number(), sha256: z.string() }),
  z.object({ state: z.literal("refused"), refusal: z.enum(REFUSALS) }),
]);
export type Fetched = z.infer<typeof Fetched>;

/** More of them than anybody looks at are left out. */
const MOST = 30;

/** The files of a ticket after some more; ids count up, so that the same event gives the same ones. */
export function withFiles(
  number: string,
  known: readonly Attachment[],
  files: readonly MediaFile[],
  at: number,
): Attachment[] {
  const more = files.map(
    (file, index): Attachment => ({ ...file, id: `${number}-f${known.length + index + 1}`, at, state: "pending" }),
  );
  return [...known, ...more].slice(0, MOST);
}

/** A file that was fetched or refused; one that has come to its end stays as it is. */
export const afterFetch = (known: readonly Attachment[], id: string, fetched: Fetched): Attachment[] =>
  known.map((one) => (one.id === id && one.state === "pending" ? { ...one, ...fetched } : one));

/** Files that their sender takes back: nobody opens them any more. */
export const takenBack = (known: readonly Attachment[], at: number): Attachment[] =>
  known.map((one) => (one.at === at ? { ...one, state: "refused", refusal: "taken-back" } : one));

/** The files of a ticket whose citizen wants them erased: that they were there is all that is kept. */
export const withoutKept = (known: readonly Attachment[]): Attachment[] =>
  known.map((one) => (one.state === "refused" ? one : { ...one, state: "erased" }));
