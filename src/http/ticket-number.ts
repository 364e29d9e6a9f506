import { z } from "zod";
import { canonicalNumber } from "../casework/number.ts";

/** The ticket number in a path, which may have any case and spaces, as people write it. */
export const NumberInPath = z.object({ number: z.string().max(60).transform(canonicalNumber) });
