import { z } from "zod";
import { bareFollowUpIn, followUpsIn } from "../understanding/follow-up.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import type { Context, Step } from "./flow.ts";
import { StateAt } from "./state-names.ts";

export const AnswerBefore = z.object({ at: StateAt, data: z.record(z.string(), z.unknown()) });

/** After guesses, "berapa lama" asks about the answer shown before them. */
export function returnToAnswer(content: TextContent, { session, facts }: Context): Step | undefined {
  const before = session.at === "menu.suggest" ? AnswerBefore.safeParse(session.data.back).data : undefined;
  if (!before) return undefined;
  const { text } = content;
  const isShort = bareFollowUpIn(text, facts.words)?.isWhole || followUpsIn(text, facts.words).length > 0;
  return isShort ? { to: before.at, data: before.data, quiet: true, reread: content } : undefined;
}
