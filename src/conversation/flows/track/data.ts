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
  /** `withdraws` and `adds` say why the citizen looks for a report; `words` are the citizen's own. */
  withdraws: z.boolean().optional(),
  adds: z.boolean().optional(),
  /** The citizen has typed the number of a report that this chat may not see. */
  isElsewhere: z.boolean().optional(),
  /** The citizen has pressed "yes" under the question whether to withdraw the wanted report. */
  isConfirmed: z.boolean().optional(),
  /**
   * The report that the citizen asks about, withdraws or adds to. Without an open report, the chat says `nothingKey`.
   */
  wanted: z.string().optional(),
  nothingKey: z.string().optional(),
  /** After the state of a report, the chat goes on in the state `back`, with the data `before`. */
  back: z.string().optional(),
  before: z.record(z.string(), z.unknown()).optional(),
});
export type TrackData = z.infer<typeof TrackData>;
export type Here = Context<TrackData>;
