import { z } from "zod";
import { RUNGS, type Rung } from "../vocabulary/lists.ts";

const OfficerChat = z.object({ channel: z.string().min(1), address: z.string().min(1) });
export type OfficerChat = z.infer<typeof OfficerChat>;

/** `areas`: Kemendagri codes of a district, a kecamatan or a village. */
export const Officer = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, "lower-case letters, digits, dots and dashes, 2 to 40"),
  name: z.string().min(1).max(80),
  district: z.string(),
  rung: z.enum(RUNGS),
  areas: z.array(
    z
      .string()
      .regex(
        /^\d{4}(\d{2}(\d{4})?)?$/,
        "must be a Kemendagri code of 4, 6 or 10 digits, such as 3524012001 or 35.24.01.2001",
      ),
  ),
  /** An officer of the Dinsos or Disdukcapil without `areas` always serves the whole district. */
  allAreas: z.boolean().optional(),
  telegram: z.string().optional(),
  chats: z.array(OfficerChat).optional(),
  /** An officer of the Dinsos with this mark may see confidential tickets. */
  sensitive: z.boolean(),
  /** The service calls this officer of the Dinsos first about a person in danger. */
  urgent: z.boolean().optional(),
  /** This officer of the Dinsos sees tickets about violence. */
  survivor: z.boolean().optional(),
  active: z.boolean(),
  /** `until`: when the link ends (ms since 1970). */
  invitation: z.object({ mark: z.string(), until: z.number(), accepted: z.literal(true).optional() }).optional(),
});
export type Officer = z.infer<typeof Officer>;

export const chatsOf = ({ telegram, chats = [] }: Pick<Officer, "telegram" | "chats">): OfficerChat[] => [
  ...(telegram ? [{ channel: "telegram", address: telegram }] : []),
  ...chats,
];

/** Threads and the audit chain use these names for authors who are not officers. */
const RESERVED = ["system", "citizen", "cli", "operator"];
export const isReservedId = (id: string): boolean => RESERVED.includes(id) || /^(?:operator|act):/.test(id);

/** An officer of such a rung serves a place only with `areas` or `allAreas`. */
export const isPlaced = (rung: Rung): boolean => rung === "village" || rung === "companion" || rung === "tksk";

/** If `area` is `undefined`, returns true only for officers of the whole district. */
export function covers(
  { areas, allAreas = false, rung }: Pick<Officer, "areas" | "allAreas" | "rung">,
  area: string | undefined,
): boolean {
  if (allAreas || (areas.length === 0 && !isPlaced(rung))) return true;
  return area !== undefined && areas.some((own) => area.startsWith(own));
}

export const servesNowhere = ({ areas, allAreas = false, rung, active }: Officer): boolean =>
  active && isPlaced(rung) && areas.length === 0 && !allAreas;
