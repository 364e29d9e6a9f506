import { expect } from "vitest";
import type { Store } from "../../src/store/ports/store.ts";
import type { Telegram } from "../support/telegram/index.ts";
import { ticketsIn } from "../support/tickets.ts";

/** Each row has a line and the start of its reply. */
const OPENING = [
  ["halo", "Halo, ini layanan"],
  ["7", "Tulis pertanyaan"],
  ["kapan loket buka pak", "Sudah tercatat."],
] as const;
const TURNS = [
  ["menu", "Apa yang ingin"],
  ["5", "Program mana"],
] as const;
type Line = readonly [says: string, answer: string];

export const scriptOf = (length: number): Line[] =>
  Array.from({ length }, (_, at) => (OPENING[at] ?? TURNS[(at - OPENING.length) % TURNS.length]) as Line);

export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** After a rest, the service begins its answer with this sentence. */
const RESUMED = /^Kita lanjutkan yang tadi: .+\n\n/;
const FIRST_CHAT = 10_000;
export const chatOf = (index: number): number => FIRST_CHAT + index;
export const chatsOf = (count: number): number[] => Array.from({ length: count }, (_, index) => chatOf(index));

/** `times` returns how often the platform delivers a line. */
export async function talk(
  telegram: Telegram,
  chats: readonly number[],
  script: readonly Line[],
  times: () => number = () => 1,
  taken: Map<number, number> = new Map(),
): Promise<void> {
  await Promise.all(
    chats.map(async (chat) => {
      for (const [text] of script) {
        await telegram.say(chat, text, times());
        taken.set(chat, (taken.get(chat) ?? 0) + 1);
      }
    }),
  );
}

export const areAnswered = (telegram: Telegram, taken: ReadonlyMap<number, number>): boolean =>
  [...taken].every(([chat, lines]) => withoutRepeats(telegram.sent(chat)).length >= lines);

export type Outcome = { messages: number; lost: number; doubled: number; appliedTwice: number };

export async function outcomeOf(
  telegram: Telegram,
  chats: readonly number[],
  script: readonly Line[],
  timeout = 180_000,
): Promise<Outcome> {
  const outcome = { messages: chats.length * script.length, lost: 0, doubled: 0, appliedTwice: 0 };
  for (const chat of chats) {
    const answers = () => withoutRepeats(telegram.sent(chat));
    await expect
      .poll(() => answers().length, { timeout, message: `answers to chat ${chat}` })
      .toBeGreaterThanOrEqual(script.length)
      .catch((error: Error) => {
        throw new Error(`chat ${chat} has only ${answers().map((text) => text.slice(0, 40))}`, { cause: error });
      });
    const once = withoutRepeats(telegram.sent(chat)).map((text) => text.replace(RESUMED, ""));
    outcome.doubled += telegram.sent(chat).length - once.length;
    outcome.lost += script.filter(([, answer], at) => !once[at]?.startsWith(answer)).length;
    outcome.appliedTwice += once.length - script.length;
  }
  return outcome;
}

/** After a kill during a send, a reply may come twice in a row. */
const withoutRepeats = (messages: readonly { text: string }[]): string[] =>
  messages.map(({ text }) => text).filter((text, at, all) => text !== all[at - 1]);

export async function expectSettled(store: Store, tickets: number): Promise<void> {
  expect(await store.deadLetters(10), "given up as poison").toEqual([]);
  const found = await ticketsIn(store);
  expect(new Set(found.map(({ conversation }) => conversation)).size, "tickets of different chats").toBe(tickets);
  expect(found, "tickets in all").toHaveLength(tickets);
  expect(await store.waiting(10)).toMatchObject({ inbound: [], outbound: [] });
}
