import { z } from "zod";
import { type ErrorCode, errors } from "../../vocabulary/errors.ts";
import { EVENT_TYPES } from "../../vocabulary/lists.ts";

export const Problem = z
  .object({
    code: z.enum(Object.keys(errors) as [ErrorCode]),
    message: z.string().describe("For a person, in the language of `Accept-Language`."),
    field: z.string().optional().describe("The part of the request that is wrong."),
    version: z.number().optional().describe("With `STALE`: the version that the ticket has now."),
    since: z
      .array(
        z.object({
          by: z.string().describe("As in the ticket's thread."),
          type: z.enum(EVENT_TYPES),
          at: z.number(),
        }),
      )
      .optional()
      .describe("With `STALE`: what has happened since the expected version, the newest 20 at most, without words."),
  })
  .meta({ id: "Problem", description: "Why a call was refused: a code for programs, a sentence for people." });
