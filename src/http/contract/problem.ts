import { z } from "zod";
import { type ErrorCode, errors } from "../../vocabulary/errors.ts";

/** What a refused call is answered with. */
export const Problem = z
  .object({
    code: z.enum(Object.keys(errors) as [ErrorCode]),
    message: z.string().describe("For a person, in the language of `Accept-Language`."),
    field: z.string().optional().describe("The part of the request that is wrong."),
  })
  .meta({ id: "Problem", description: "Why a call was refused: a code for programs, a sentence for people." });
