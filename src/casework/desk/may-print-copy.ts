import type { Officer } from "../officer.ts";
import { screenWords } from "../screen.ts";
import type { Ticket } from "../ticket.ts";
import { isVisibleTo } from "./caller.ts";
import { type ChatContent, messageWords } from "./chat-copy-words.ts";
import type { Desk } from "./desk.ts";

const SURVIVOR = ["violence", "sexual-coercion"] as const;

export async function mayPrintCopy(desk: Desk, officer: Officer, chat: ChatContent): Promise<boolean> {
  const { store, signals, words: lists } = desk;
  if (!chat.tickets.every((ticket) => isVisibleTo(desk, officer, ticket))) return false;
  const officers = await store.officers(officer.district);
  const areas = placesOf(chat.tickets);
  return chat.said.every(({ content }) => {
    const words = messageWords(content);
    const found = signals.read(words);
    if (!officer.survivor && SURVIVOR.some((one) => found.includes(one))) return false;
    if (!officer.urgent && found.includes("self-harm")) return false;
    const { sensitive, barred } = screenWords(words, { reader: signals, words: lists, officers, areas });
    return !barred.includes(officer.id) && (officer.sensitive || !sensitive);
  });
}

const placesOf = (tickets: readonly Pick<Ticket, "area">[]): string[] => [
  ...new Set(tickets.flatMap(({ area }) => area ?? [])),
];
