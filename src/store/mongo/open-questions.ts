import { type OpenQuestion, openQuestionIn } from "../../casework/open-question.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { newestEntry } from "./thread.ts";
import { headOf } from "./ticket-head.ts";

type Reading = Pick<Context, "at" | "vault">;

/** What officers ask this chat and wait for, newest first; of each thread only the question and what follows it is opened. */
export async function openQuestions(context: Reading, conversation: string): Promise<OpenQuestion[]> {
  const docs = await context.at.ticket
    .find({ conversation, askedAt: { $gt: 0 } }, { projection: { unsent: 0, unlogged: 0 } })
    .toArray();
  const questions = await Promise.all(docs.map((doc) => questionIn(context, doc)));
  return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
}

async function questionIn(context: Reading, doc: TicketDoc): Promise<OpenQuestion | undefined> {
  const head = headOf(context, doc);
  if (head.state !== "waiting") return undefined;
  const newest = await newestEntry(context, doc, "ask");
  return newest.isTorn ? questionIn(context, newest.now) : openQuestionIn(head, newest.entry);
}
