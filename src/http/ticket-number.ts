import { z } from "zod";
import { canonicalNumber } from "../casework/number.ts";

export const NumberInPath = z.object({ number: z.string().max(60).transform(canonicalNumber) });
