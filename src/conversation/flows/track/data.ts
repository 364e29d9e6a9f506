import { z } from "zod";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";
import { TicketView } from "../../engine/lookup.ts";

export const TrackData = z.object({
  tickets: z.array(TicketView).default([]),
  view: TicketView.optional(),
  /** The citizen looks the report up to say that it is not solved. */
  disputes: z.boolean().optional(),
  words: z.string().optional(),
  /** Files that came with these words. */
  files: z.array(MediaFile).optional(),
  /** The citizen looks for the report to withdraw it, with these words. */
  withdraws: z.boolean().optional(),
  /** The citizen looks for the report to add these words to it. */
  adds: z.boolean().optional(),
  /** The number of the report that the citizen wants to withdraw or add to, and the text to say if no report is open. */
  wanted: z.string().optional(),
  nothingKey: z.string().optional(),
});
export type TrackData = z.infer<typeof TrackData>;
export type Here = Context<TrackData>;
