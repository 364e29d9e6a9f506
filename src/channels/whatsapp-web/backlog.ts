import type { Log } from "../../vocabulary/message.ts";
import { catchUp, type Left, type Phone, type RoundLimits } from "./catch-up.ts";
import type { Handed } from "./schema.ts";

/** Ms before another look, doubled each time up to the longest. */
export type BacklogPatience = RoundLimits & { again: number; longestAgain: number };

/** All chats are looked at twice: what the phone brings while a session becomes ready is told by no event. */
const FULL_LOOKS = 2;

export type Backlog = {
  /** A message as it comes; it waits while older ones are looked for. */
  heard(message: Handed): void;
  /** A session is there, with what its phone got before; `since` in ms since 1970: what is older is its people's. */
  ready(phone: Phone, since: number): void;
  away(): void;
  /** Whether a chat holds what was not handed on, so that it must stay unread; all do until they were looked at. */
  owes(chat: string): boolean;
  /** A message of this chat was let go. */
  owe(chat: string): void;
  left(): number;
};

/** Brings in the messages that reached the phone while its session was down, and knows which of them are still to come. */
export function openBacklog(hand: (message: Handed) => void, log: Log, patience: BacklogPatience): Backlog {
  let left: Map<string, Left> | undefined;
  let held: Handed[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looks = 0;
  /** What an earlier session finds out changes nothing any more. */
  let turn = 0;

  function release(): void {
    const waiting = held ?? [];
    held = undefined;
    for (const message of waiting) hand(message);
  }

  async function look(phone: Phone, since: number, mine: number, pause: number): Promise<void> {
    const only = looks < FULL_LOOKS ? undefined : new Set(againIn(left));
    const round = await catchUp(phone, hand, { ...patience, since }, only).catch(() => undefined);
    if (mine !== turn) return;
    if (round) {
      looks += 1;
      const notAsked = only ? [...(left ?? [])].filter(([chat]) => !only.has(chat)) : [];
      left = new Map([...notAsked, ...round.left]);
      const level = round.left.size > 0 ? "warn" : "info";
      log(level, { handed: round.handed, left: left.size }, "whatsapp-web caught up");
    } else log("warn", {}, "whatsapp-web did not name its chats");
    release();
    if (looks >= FULL_LOOKS && againIn(left).length === 0) return;
    timer = setTimeout(() => void look(phone, since, mine, Math.min(pause * 2, patience.longestAgain)), pause);
  }

  function away(): void {
    turn += 1;
    clearTimeout(timer);
    release();
  }

  return {
    heard(message) {
      if (held) held.push(message);
      else hand(message);
    },
    ready(phone, since) {
      away();
      left = undefined;
      looks = 0;
      held = [];
      void look(phone, since, turn, patience.again);
    },
    away,
    owes: (chat) => left?.has(chat) ?? true,
    owe: (chat) => {
      left?.set(chat, "again");
    },
    left: () => left?.size ?? 0,
  };
}

const againIn = (left: ReadonlyMap<string, Left> | undefined): string[] =>
  [...(left ?? [])].flatMap(([chat, why]) => (why === "again" ? [chat] : []));
