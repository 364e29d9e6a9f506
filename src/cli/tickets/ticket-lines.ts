import type { Delivery } from "../../casework/desk/act-on-ticket.ts";
import { endingOf, type Mentioned, OPENING_WORDS } from "../../casework/mentioned-numbers.ts";
import type { Part } from "../../casework/part.ts";
import { isOverdue, type TicketEvent, type WholeTicket, type WithoutThread } from "../../casework/ticket.ts";
import { timeInWib as at } from "../times.ts";

export function rowOf(ticket: WithoutThread, now: number): string {
  const { number, state, category, area = "", officer = "-", answeredAt, firstAnswerBy, resolveBy } = ticket;
  const by = answeredAt === undefined ? firstAnswerBy : resolveBy;
  const clock = state === "closed" ? "" : isOverdue(ticket, now) ? `LATE since ${at(by)}` : `by ${at(by)}`;
  return [number, state.padEnd(8), category.padEnd(16), area.padEnd(10), officer.padEnd(18), clock]
    .join("  ")
    .trimEnd();
}

const mentionedLine = (one: Mentioned, whole: boolean): string =>
  `${one.label.toUpperCase()} ${whole ? one.number : `ending in ${endingOf(one)}; --reveal REASON shows it`}`;

const changesIn = ({ was = {}, now }: TicketEvent & { type: "amend" }): string =>
  Object.entries(now)
    .map(([part, value]) => `${part}: ${String((was as Record<string, unknown>)[part] ?? "-")} -> ${String(value)}`)
    .join(", ");

const partLine = ({ office, officer = "-", phase, since, dueAt, endedAt, outcome }: Part): string =>
  `${office}  ${officer}  since ${at(since)}, ${endedAt === undefined ? `${phase}, by ${at(dueAt)}` : `${outcome} ${at(endedAt)}`}`;

type Revealed = {
  nik?: string | undefined;
  kk?: string | undefined;
  phone?: string | undefined;
  mentioned: readonly Mentioned[];
};

export function linesOf(
  ticket: WholeTicket,
  deliveries: Record<string, Delivery>,
  { unreachable, revealed }: { unreachable?: true | undefined; revealed?: Revealed | undefined } = {},
): string[] {
  const { number, district, kind, category, state, programme, area, place, when, text, events, person } = ticket;
  const field = (name: string, value: string | undefined) => (value ? [`${name.padEnd(13)} ${value}`] : []);
  return [
    `${number}  ${state}`,
    ...field("district", district),
    ...field("kind", `${kind}, ${category}`),
    ...field(
      "in doubt",
      ticket.doubt && "it may concern a local officer: only the Dinsos reads it until it is passed on",
    ),
    ...field("officer", ticket.officer),
    ...field("beside", ticket.beside),
    ...ticket.parts.flatMap((part) => field("part", partLine(part))),
    ...field("goes on from", ticket.linked),
    ...field("reason", ticket.reason),
    ...field("programme", programme),
    ...field("area", area),
    ...field("place", place),
    ...field("when", when),
    ...field("person", person.name),
    ...field("chat", unreachable && "takes no messages any more, says its platform; until they write, call or visit"),
    ...field("NIK", revealed?.nik ?? (person.nik ? "known; --reveal REASON shows it" : undefined)),
    ...field("phone", revealed?.phone ?? (person.phone ? "known; --reveal REASON shows it" : undefined)),
    ...field("KK", revealed?.kk ?? (person.kk ? "known; --reveal REASON shows it" : undefined)),
    ...(revealed?.mentioned ?? ticket.mentioned).flatMap((one) =>
      field(`in ${one.entry === OPENING_WORDS ? "its words" : "an entry"}`, mentionedLine(one, revealed !== undefined)),
    ),
    ...field("opened", `${at(ticket.openedAt)}${ticket.openedBy ? ` by ${ticket.openedBy}` : ""}`),
    ...field(
      "first answer",
      `by ${at(ticket.firstAnswerBy)}${ticket.answeredAt ? `, given ${at(ticket.answeredAt)}` : ""}`,
    ),
    ...field("settled", ticket.closedAt ? at(ticket.closedAt) : `by ${at(ticket.resolveBy)}`),
    ...field("words", text),
    ...ticket.attachments.flatMap(({ id, kind, state, refusal, size = 0 }) =>
      field("file", `${id}  ${kind}, ${refusal ?? state}${size > 0 ? `, ${Math.ceil(size / 1_024)} KiB` : ""}`),
    ),
    ...events.map((event) => {
      const delivery = deliveries[event.id];
      const became = delivery ? ` [${delivery.state}${delivery.code ? ` ${delivery.code}` : ""}]` : "";
      const changed = event.type === "amend" ? ` (${changesIn(event)})` : "";
      const stays =
        event.type === "take-back" && event.laneStays ? " (it stays confidential: a marked officer lowers it)" : "";
      return `${at(event.at)}  ${event.by} ${event.type}${became}: ${event.text}${changed}${stays}`;
    }),
  ];
}
