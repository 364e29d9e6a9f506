import { z } from "zod";
import { Category } from "../../../vocabulary/lists.ts";
import { MediaFile } from "../../../vocabulary/message.ts";
import type { Context } from "../../engine/flow.ts";

export const ComplaintData = z.object({
  category: Category.optional(),
  programme: z.string().optional(),
  nik: z.string().optional(),
  text: z.string().optional(),
  place: z.string().optional(),
  area: z.string().optional(),
  when: z.string().optional(),
  /** When it happened, in the citizen's words, if the citizen told the time before the place. */
  time: z.string().optional(),
  files: z.array(MediaFile).default([]),
  candidates: z.array(z.string()).default([]),
});
export type ComplaintData = z.infer<typeof ComplaintData>;
export type Here = Context<ComplaintData>;

/** The category and the words of the draft, which decide who may read the report. */
export const draftOf = ({ data: { category = "other", text = "", place = "" } }: Here) => ({
  category,
  text: `${text}\n${place}`,
});
