import { kindTable } from "../kinds/index.ts";
import { nextNudgeAt, openQuestionOf } from "../open-question.ts";
import type { TicketEvent } from "../ticket.ts";
import { findTicketWithoutEntries } from "./caller.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { postponeNotices } from "./postpone-notices.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";
import { composeTicketMessage } from "./ticket-words.ts";

export async function remindCitizen(desk: Desk, number: string): Promise<void> {
  const { calendar, log } = desk;
  const ticket = await findTicketWithoutEntries(desk, number);
  const at = ticket && nextNudgeAt(ticket, calendar);
  const now = Date.now();
  if (!ticket || at === undefined || at > now || (await postponeNotices(desk, ticket, now))) return;
  const { askedAt, text = "" } = openQuestionOf(ticket) ?? {};
  const id = `nudged-${askedAt}`;
  const { says } = kindTable(ticket.kind).moves.nudge;
  const choices = [{ id: `>reply.begin:${number}`, title: { key: "casework.reply" } }];
  const parts = says ? [{ key: says, values: { number, text } }] : [];
  const [words] = (await composeTicketMessage(desk, ticket, { parts, choices })) ?? [];
  const event: TicketEvent = { type: "nudge", id, at: now, by: "system", text: "" };
  const changed = await commitWithMessage(desk, ticket, event, words);
  log("info", { ticket: number }, "citizen reminded of a question");
  await scheduleWakeUp(desk, changed);
}
