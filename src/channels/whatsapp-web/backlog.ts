import type { Log } from "../../vocabulary/message.ts";
import { catchUp, type Left, type Phone, type RoundLimits } from "./catch-up.ts";
import type { GatewayMessage } from "./schema.ts";

/** In ms. The pause `again` doubles up to `longestAgain`. */
export type BacklogPatience = RoundLimits & { again: number; longestAgain: number };

/** No event tells of messages that come while a session becomes ready. */
const FULL_LOOKS = 2;

export type Backlog = {
  takeMessage(message: GatewayMessage): void;
  /** Leaves messages from before `since` (ms since 1970) to the people of the office. */
  beginSession(phone: Phone, since: number): void;
  endSession(): void;
  /** True if the service may not have all messages of the chat yet. */
  mayHoldUnread(chat: string): boolean;
  noteDropped(chat: string): void;
  unreadChats(): number;
};

export function openBacklog(handOn: (message: GatewayMessage) => void, log: Log, patience: BacklogPatience): Backlog {
  let left: Map<string, Left> | undefined;
  let held: GatewayMessage[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looks = 0;
  /** A look that began in an earlier session must not change `left`. */
  let sessions = 0;

  function releaseHeld(): void {
    const waiting = held ?? [];
    held = undefined;
    for (const message of waiting) handOn(message);
  }

  async function lookForUnread(phone: Phone, since: number, ownSession: number, pause: number): Promise<void> {
    const only = looks < FULL_LOOKS ? undefined : new Set(againIn(left));
    const round = await catchUp(phone, handOn, { ...patience, since }, only).catch(() => undefined);
    if (ownSession !== sessions) return;
    if (round) {
      looks += 1;
      const notAsked = only ? [...(left ?? [])].filter(([chat]) => !only.has(chat)) : [];
      left = new Map([...notAsked, ...round.left]);
      const level = round.left.size > 0 ? "warn" : "info";
      log(level, { handed: round.handed, left: left.size }, "whatsapp-web caught up");
    } else log("warn", {}, "whatsapp-web did not name its chats");
    releaseHeld();
    if (looks >= FULL_LOOKS && againIn(left).length === 0) return;
    timer = setTimeout(
      () => void lookForUnread(phone, since, ownSession, Math.min(pause * 2, patience.longestAgain)),
      pause,
    );
  }

  function endSession(): void {
    sessions += 1;
    clearTimeout(timer);
    releaseHeld();
  }

  return {
    takeMessage(message) {
      if (held) held.push(message);
      else handOn(message);
    },
    beginSession(phone, since) {
      endSession();
      left = undefined;
      looks = 0;
      held = [];
      void lookForUnread(phone, since, sessions, patience.again);
    },
    endSession,
    mayHoldUnread: (chat) => looks < FULL_LOOKS || left?.has(chat) === true,
    noteDropped: (chat) => {
      left?.set(chat, "again");
    },
    unreadChats: () => left?.size ?? 0,
  };
}

const againIn = (left: ReadonlyMap<string, Left> | undefined): string[] =>
  [...(left ?? [])].flatMap(([chat, why]) => (why === "again" ? [chat] : []));
