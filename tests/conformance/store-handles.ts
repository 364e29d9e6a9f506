import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/ports/store.ts";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened, result } from "./store-steps.ts";

/** A caller may give the store a copy of the turn or the send. */
const COPIES = [
  { way: "spread", copy: <T extends object>(one: T): T => ({ ...one }) },
  { way: "cloned", copy: <T extends object>(one: T): T => structuredClone(one) },
];

export function handleCases(store: StoreUnderTest): void {
  describe.each(COPIES)("a turn or a send that was $way", ({ copy }) => {
    it("commits, and opens the next waiting message", async () => {
      const contact = someone();
      const messages = ["satu", "dua", "tiga"].map((text, order) => inbound(contact, text, { order }));
      const [recorded] = await store().recordInbound(messages);
      const said: unknown[] = [];
      let turn = await store().openTurn(recorded!.conversation);
      while (turn) {
        said.push(turn.message.content);
        turn = (await store().commitTurn(copy(turn), result(["ya"]))).next;
      }
      expect(said).toEqual(messages.map(({ content }) => content));
      expect(await store().deadLetters(10)).toEqual([]);
    });

    it("gives its attempt back when it is left uncounted", async () => {
      const [recorded] = await store().recordInbound([inbound(someone(), "halo")]);
      await leave(store(), recorded!.conversation, (turn) => turn, true);
      await leave(store(), recorded!.conversation, copy, false);
      expect((await store().openTurn(recorded!.conversation))?.attempts).toBe(2);
    });

    it("waits for its citizen if the platform says so", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "halo"), ["satu"]);
      const send = await store().openSend(conversation);
      await store().closeSend(copy(send!), { state: "waiting", code: "WINDOW_CLOSED", tried: true });
      const states = await store().outboundStates([send!.message.id]);
      expect(states[send!.message.id]).toEqual({ state: "waiting", code: "WINDOW_CLOSED" });
    });

    it("is sent once", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "halo"), ["satu", "dua"]);
      const sent: string[] = [];
      let send = await store().openSend(conversation);
      while (send) {
        sent.push(send.message.text);
        send = await store().closeSend(copy(send), { state: "sent" });
      }
      expect(sent).toEqual(["satu", "dua"]);
      expect(await store().openSend(conversation)).toBeUndefined();
    });
  });
}

type Turn = NonNullable<Awaited<ReturnType<Store["openTurn"]>>>;

async function leave(store: Store, conversation: string, copy: (turn: Turn) => Turn, countAttempt: boolean) {
  const turn = await store.openTurn(conversation);
  await store.leaveTurn(copy(turn!), countAttempt);
}
