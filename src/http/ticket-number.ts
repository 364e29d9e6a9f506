import { z } from "zod";
import { canonicalNumber } from "../casework/number.ts";

/** The ticket number in a path, in any case and with spaces. */
export const NumberInPath = z.object({ number: z.string().max(60).transform(canonicalNumber) });
