import { z } from "zod";
import { Category, Reason } from "../../../vocabulary/lists.ts";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";
import { Matter } from "../../engine/two-matters.ts";

export const FilingData = z.object({
  category: Category.default("other"),
  reason: Reason.optional(),
  programme: z.string().optional(),
  nik: z.string().optional(),
  kk: z.string().optional(),
  change: z.enum(["death", "marriage", "divorce", "move"]).optional(),
  text: z.string().default(""),
  place: z.string().optional(),
  area: z.string().optional(),
  when: z.string().optional(),
  phone: z.string().optional(),
  asked: z.boolean().default(false),
  askedAgain: z.boolean().default(false),
  noCall: z.boolean().default(false),
  /** The second matter of a message about two aids. */
  second: Matter.optional(),
  files: z.array(MediaFile).default([]),
  confidential: z.boolean().default(false),
  /** Words after the report, which the citizen may add to it. */
  more: z.string().optional(),
  /** The number of an open ticket on the same matter, or of the new ticket. */
  number: z.string().optional(),
  /** No village officer can read the open ticket on the same matter. */
  isSameKept: z.boolean().default(false),
});
export type FilingData = z.infer<typeof FilingData>;
export type Here = Context<FilingData>;
