import type { Effect } from "../../src/effects/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import type { OpenTurn, TurnResult } from "../../src/store/ports/turns.ts";
import type { InboundMessage } from "../../src/vocabulary/message.ts";
import { body } from "../support/messages.ts";

export const result = (texts: string[], effects: Effect[] = []): TurnResult => ({
  session: { at: "somewhere", said: texts },
  replies: texts.map((text) => body(text)),
  effects,
  outcome: "handled",
});

/** Records and answers a message, but sends no replies. */
export async function opened(store: Store, message: InboundMessage, texts: string[], effects: Effect[] = []) {
  const [recorded] = await store.recordInbound([message]);
  const conversation = recorded?.conversation ?? "";
  const turn = await store.openTurn(conversation);
  if (turn) await store.commitTurn(turn, result(texts, effects));
  return { conversation, turn: turn as OpenTurn };
}

export async function answered(store: Store, message: InboundMessage, texts: string[]) {
  const done = await opened(store, message, texts);
  let send = await store.openSend(done.conversation);
  while (send) send = await store.closeSend(send, { state: "sent" });
  return done;
}
