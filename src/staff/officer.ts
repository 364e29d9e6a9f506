import { z } from "zod";

/** The rungs of the routing ladder, the nearest to the citizen first; a companion's tickets are given by hand. */
export const RUNGS = ["village", "companion", "tksk", "dinsos", "disdukcapil"] as const;
export type Rung = (typeof RUNGS)[number];

/** Somebody who works tickets. `areas` are Kemendagri codes or beginnings of them; none means the whole district. */
export const Officer = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, "lower-case letters, digits, dots and dashes, 2 to 40"),
  name: z.string().min(1).max(80),
  district: z.string(),
  rung: z.enum(RUNGS),
  areas: z.array(z.string().regex(/^\d{4}(\d{2}(\d{4})?)?$/, "a Kemendagri code of 4, 6 or 10 digits")),
  /** The chat with the district's bot in which tickets are announced, by number and category only. */
  telegram: z.string().optional(),
  /** May see what names an official; only officers of the Dinsos can. */
  sensitive: z.boolean(),
  active: z.boolean(),
});
export type Officer = z.infer<typeof Officer>;

/** Whether an officer's areas cover a place; an unknown place is covered by those who serve the whole district. */
export const covers = ({ areas }: Pick<Officer, "areas">, area: string | undefined): boolean =>
  areas.length === 0 || (area !== undefined && areas.some((own) => area.startsWith(own)));
