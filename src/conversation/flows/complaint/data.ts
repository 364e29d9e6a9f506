import { z } from "zod";
import { defined } from "../../../defined.ts";
import { Category } from "../../../vocabulary/lists.ts";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";
import { Matter } from "../../engine/two-matters.ts";

export const ComplaintData = z.object({
  category: Category.optional(),
  programme: z.string().optional(),
  nik: z.string().optional(),
  text: z.string().optional(),
  /** Words before the story that only name its subject: "kartu atm saya". */
  subject: z.string().optional(),
  isAdding: z.boolean().optional(),
  place: z.string().optional(),
  area: z.string().optional(),
  when: z.string().optional(),
  /** The time in the citizen's words, if the citizen told it before the place. */
  time: z.string().optional(),
  confidential: z.boolean().optional(),
  second: Matter.optional(),
  files: z.array(MediaFile).default([]),
  candidates: z.array(z.string()).default([]),
  isPlaceAskedAgain: z.boolean().optional(),
});
export type ComplaintData = z.infer<typeof ComplaintData>;
export type Here = Context<ComplaintData>;

export const draftOf = ({ data: { category = "other", text = "", place = "", confidential } }: Here) => ({
  category,
  text: `${text}\n${place}`,
  ...defined({ confidential }),
});
