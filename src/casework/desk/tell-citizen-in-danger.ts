import { helplineNumbers, helplineTexts } from "../../conversation/engine/helplines.ts";
import { dangersIn } from "../../signals/danger.ts";
import { outboundId } from "../../store/ports/outbox.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import { composeAssignmentMessage } from "./assignment-message.ts";
import type { Desk } from "./desk.ts";
import { composeTicketMessage } from "./ticket-words.ts";

const CORRECTION = "nobody-told";

/** A survivor's messages have no name and no word of the danger, because another person may hold the phone. */
const isSurvivors = ({ category }: Pick<Ticket, "category">): boolean => rule(category).onlyMarked === "survivor";

/** Tells a citizen in danger who has the ticket, once for each officer. */
export async function sayWhoIsReached(
  desk: Desk,
  ticket: Ticket,
  { officer, beside }: { officer: Officer; beside: Officer | undefined },
): Promise<void> {
  const { reached, promised } = ticket;
  const isCorrected = await isSaid(desk, ticket, CORRECTION);
  const isBack = reached !== undefined && (await isSaid(desk, ticket, correctionAfter(reached)));
  const idPrefix = isBack ? `after-${reached}` : isCorrected ? "reached" : "with";
  if (isSurvivors(ticket)) {
    const isNews = isBack || isCorrected || !promised;
    if (isNews) await sayOnce(desk, ticket, idPrefix, [{ key: "urgent.told.survivor" }]);
    return;
  }
  const { says } = kindTable(ticket.kind).moves.assign;
  if (!says) return;
  const message = await composeAssignmentMessage(desk, ticket, says, { officer, beside });
  await sendOnce(desk, ticket, `${idPrefix}-${officer.id}`, message);
}

const correctionAfter = (reached: string): string => `${CORRECTION}-after-${reached}`;

/** Corrects an earlier message that promised an officer. */
export async function correctPromise(desk: Desk, ticket: Ticket): Promise<void> {
  const district = desk.districts.get(ticket.district);
  const { promised, reached } = ticket;
  if (!district || (!promised && !reached)) return;
  const dangers = dangersIn(ticket.signals ?? []);
  const texts: Text[] = isSurvivors(ticket)
    ? [
        { key: "urgent.told.noSurvivor" },
        { key: "urgent.callNow", values: { numbers: helplineNumbers(dangers, district) } },
      ]
    : [...helplineTexts(dangers, district.urgent), { key: "urgent.told.nobody" }];
  await sayOnce(desk, ticket, reached === undefined ? CORRECTION : correctionAfter(reached), texts);
}

async function isSaid({ store }: Desk, { number, conversation = "" }: Ticket, id: string): Promise<boolean> {
  const whole = outboundId(conversation, `${number}-${id}`);
  return whole in (await store.outboundStates([whole]));
}

async function sayOnce(desk: Desk, ticket: Ticket, id: string, parts: Text[]): Promise<void> {
  await sendOnce(desk, ticket, id, (await composeTicketMessage(desk, ticket, { parts }))?.[0]);
}

async function sendOnce(
  { store, queue }: Pick<Desk, "store" | "queue">,
  { number, conversation }: Ticket,
  id: string,
  message: OutboundBody | undefined,
): Promise<void> {
  if (!message || conversation === undefined) return;
  await store.addOutbound(conversation, `${number}-${id}`, message);
  await queue.wake("outbound", { conversation });
}
