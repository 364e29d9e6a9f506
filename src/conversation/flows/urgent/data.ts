import { z } from "zod";
import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import { DANGERS, type Danger } from "../../../signals/danger.ts";
import type { Category } from "../../../vocabulary/lists.ts";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";

export const UrgentData = z.object({
  /** The dangers that the citizen has told of. */
  dangers: z.array(z.enum(DANGERS)).default([]),
  /** All signals in the words, such as an accusation. */
  signals: z.array(z.string()).default([]),
  /** The dangers whose help the citizen has read. The chat does not show the same help twice in a row. */
  answered: z.array(z.enum(DANGERS)).default([]),
  text: z.string().default(""),
  area: z.string().optional(),
  files: z.array(MediaFile).default([]),
  number: z.string().optional(),
  /** The citizen has read that the service stores no account of the violence. */
  isTold: z.boolean().default(false),
});
export type UrgentData = z.infer<typeof UrgentData>;
export type Here = Context<UrgentData>;

/**
 * Whether the dangers are violence. The service stores no account of violence. The chat asks for consent, and then
 * stores only that the citizen consented and how officers can reach them.
 */
export const isSurvivors = (dangers: readonly Danger[]): boolean => dangerLaneOf(dangers) === "violence";

export const categoryOf = (dangers: readonly Danger[]): Category => dangerLaneOf(dangers) ?? "urgent";
