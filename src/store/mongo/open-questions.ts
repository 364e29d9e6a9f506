import { type OpenQuestion, openQuestionOf } from "../../casework/open-question.ts";
import type { Context } from "./context.ts";
import { headWithPast } from "./thread.ts";
import { FOR_THREAD } from "./ticket-head.ts";

type Reading = Pick<Context, "at" | "vault">;

export async function openQuestions(context: Reading, conversation: string): Promise<OpenQuestion[]> {
  const docs = await context.at.ticket
    .find({ conversation, askedAt: { $gt: 0 } }, { projection: FOR_THREAD })
    .toArray();
  const questions = await Promise.all(docs.map(async (doc) => openQuestionOf(await headWithPast(context, doc))));
  return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
}
