import { z } from "zod";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";
import { TicketView } from "../../engine/lookup.ts";

export const TrackData = z.object({
  tickets: z.array(TicketView).default([]),
  view: TicketView.optional(),
  disputes: z.boolean().optional(),
  words: z.string().optional(),
  files: z.array(MediaFile).optional(),
  withdraws: z.boolean().optional(),
  adds: z.boolean().optional(),
  /** The citizen has typed the number of a report that this chat may not see. */
  isElsewhere: z.boolean().optional(),
  /** The citizen has confirmed the withdrawal. */
  isConfirmed: z.boolean().optional(),
  /** The number of the report that the citizen means. */
  wanted: z.string().optional(),
  nothingKey: z.string().optional(),
  /** The chat continues in the state `back`, with the data `before`. */
  back: z.string().optional(),
  before: z.record(z.string(), z.unknown()).optional(),
});
export type TrackData = z.infer<typeof TrackData>;
export type Here = Context<TrackData>;
