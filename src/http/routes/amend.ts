import { z } from "zod";
import type { Head } from "../../casework/amend.ts";
import { categories } from "../../casework/category.ts";

const CATEGORIES = Object.keys(categories) as [keyof typeof categories];
const Sixteen = z.string().regex(/^\d{16}$/);

/** What is corrected in a ticket's head, and why; `sensitive` moves it into the confidential lane or out of it. */
export const AmendBody = z.object({
  id: z.string().min(8).max(64),
  by: z.string().min(1).max(60).optional(),
  reason: z.string().max(300),
  category: z.enum(CATEGORIES).optional(),
  area: z
    .string()
    .regex(/^\d{6}(\d{4})?$/)
    .optional(),
  place: z.string().min(1).max(200).optional(),
  programme: z.string().min(1).max(40).optional(),
  sensitive: z.boolean().optional(),
  nik: Sixteen.optional(),
  kk: Sixteen.optional(),
  name: z.string().min(1).max(100).optional(),
  /** The entry whose mentioned numbers are the person's own: an event's id, or `text`. */
  mentioned: z.string().max(200).optional(),
});

/** What is given of a body, as a head. */
export function headIn({ id: _, by: __, reason: ___, mentioned: ____, ...head }: z.output<typeof AmendBody>): Head {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}
