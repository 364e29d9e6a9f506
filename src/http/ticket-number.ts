import { z } from "zod";
import { canonicalNumber } from "../casework/number.ts";

/** Accepts a number in any case and with spaces. */
export const NumberInPath = z.object({ number: z.string().max(60).transform(canonicalNumber) });
