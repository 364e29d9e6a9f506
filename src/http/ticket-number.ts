import { z } from "zod";
import { canonicalNumber } from "../casework/number.ts";

/** The ticket that a path names, in any case and with spaces, as people write it. */
export const NumberInPath = z.object({ number: z.string().max(60).transform(canonicalNumber) });
