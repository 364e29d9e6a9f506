import { z } from "zod";
import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import { DANGERS, type Danger } from "../../../signals/danger.ts";
import type { Category } from "../../../vocabulary/lists.ts";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";

export const UrgentData = z.object({
  /** Who is in danger of what, as far as this chat has told. */
  dangers: z.array(z.enum(DANGERS)).default([]),
  /** Everything the words were a signal of, an accusation among them. */
  signals: z.array(z.string()).default([]),
  /** What has been answered already: nobody reads the same help twice in a row. */
  answered: z.array(z.enum(DANGERS)).default([]),
  text: z.string().default(""),
  area: z.string().optional(),
  files: z.array(MediaFile).default([]),
  number: z.string().optional(),
  /** That no account is kept was said. */
  isTold: z.boolean().default(false),
});
export type UrgentData = z.infer<typeof UrgentData>;
export type Here = Context<UrgentData>;

/** Of violence nothing is written down: consent is asked, and only that it was given is kept. */
export const isSurvivors = (dangers: readonly Danger[]): boolean => dangerLaneOf(dangers) === "violence";

export const categoryOf = (dangers: readonly Danger[]): Category => dangerLaneOf(dangers) ?? "urgent";
