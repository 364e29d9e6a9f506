import { describe, expect, it } from "vitest";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { answered, result } from "./store-steps.ts";

export function turnCases(store: StoreUnderTest): void {
  describe("turns", () => {
    it("open with the message and its contact, and at first without a session", async () => {
      const message = inbound(someone(), "halo");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      expect(turn).toMatchObject({ ...recordedPart(recorded), contact: message.contact, message, attempts: 1 });
      expect(turn?.session).toBeUndefined();
    });

    it("are taken by one worker at a time", async () => {
      const [recorded] = await store().recordInbound([inbound(someone(), "halo")]);
      const turns = await Promise.all(Array.from({ length: 10 }, () => store().openTurn(recorded!.conversation)));
      expect(turns.filter((turn) => turn !== undefined)).toHaveLength(1);
    });

    it("tell which message waits after theirs, and how long the chat has been quiet", async () => {
      const contact = someone();
      const [recorded] = await store().recordInbound([inbound(contact, "pak")]);
      const turn = await store().openTurn(recorded!.conversation);
      expect(await store().behind(turn!)).toEqual({ quiet: expect.any(Number) });
      const more = [inbound(contact, "saya"), inbound(contact, "mau tanya")];
      await store().recordInbound(more);
      const { quiet, next } = await store().behind(turn!);
      expect(next).toEqual(more[0]?.content);
      expect(quiet).toBeLessThan(10_000);
    });

    it("write session and replies together, and the next turn has the session", async () => {
      const contact = someone();
      const message = inbound(contact, "halo");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      expect(await store().commitTurn(turn!, result(["satu", "dua"]))).toEqual({});
      const history = await store().history(contact, 10);
      expect(history.map(({ from, text }) => [from, text])).toEqual([
        ["citizen", "halo"],
        ["service", "satu"],
        ["service", "dua"],
      ]);
      const later = inbound(contact, "lagi");
      await store().recordInbound([later]);
      expect((await store().openTurn(recorded!.conversation))?.session).toEqual({
        at: "somewhere",
        said: ["satu", "dua"],
      });
    });

    it("go on with the waiting messages in the platform's order, whatever the order of arrival", async () => {
      const contact = someone();
      const messages = ["satu", "dua", "tiga"].map((text, index) => inbound(contact, text, { order: index }));
      const [third, first, second] = [messages[2]!, messages[0]!, messages[1]!];
      const [recorded] = await store().recordInbound([third, first, second]);
      const said: unknown[] = [];
      let turn = await store().openTurn(recorded!.conversation);
      while (turn) {
        said.push(turn.message.content);
        turn = (await store().commitTurn(turn, result(["ya"]))).next;
      }
      expect(said).toEqual(messages.map(({ content }) => content));
      expect(await store().openTurn(recorded!.conversation)).toBeUndefined();
    });

    it("see a message that comes while the turn runs", async () => {
      const contact = someone();
      const [recorded] = await store().recordInbound([inbound(contact, "satu")]);
      const turn = await store().openTurn(recorded!.conversation);
      const late = inbound(contact, "dua");
      await store().recordInbound([late]);
      expect(await store().openTurn(recorded!.conversation), "its wake-up finds the chat taken").toBeUndefined();
      const { next } = await store().commitTurn(turn!, result([]));
      expect(next?.message).toEqual(late);
    });

    it("are refused to a worker whose lease is gone, and nothing is written", async () => {
      const contact = someone();
      const message = inbound(contact, "halo");
      const [recorded] = await store().recordInbound([message]);
      const slow = await store().openTurn(recorded!.conversation);
      await store().leaveTurn(slow!, true);
      const quick = await store().openTurn(recorded!.conversation);
      await expect(store().commitTurn(slow!, result(["dari yang lambat"]))).rejects.toMatchObject({
        code: "LEASE_LOST",
      });
      await store().commitTurn(quick!, result(["dari yang cepat"]));
      const history = await store().history(contact, 10);
      expect(history.map(({ text }) => text)).toEqual(["halo", "dari yang cepat"]);
    });

    it("that are committed twice are applied once", async () => {
      const contact = someone();
      const message = inbound(contact, "halo");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      await store().commitTurn(turn!, result(["hai"]));
      await store()
        .commitTurn(turn!, result(["hai"]))
        .catch(() => undefined);
      expect((await store().history(contact, 10)).filter(({ from }) => from === "service")).toHaveLength(1);
      expect(await store().openTurn(recorded!.conversation)).toBeUndefined();
    });

    it("count attempts, and give an attempt back on request", async () => {
      const [recorded] = await store().recordInbound([inbound(someone(), "halo")]);
      const first = await store().openTurn(recorded!.conversation);
      await store().leaveTurn(first!, false);
      const second = await store().openTurn(recorded!.conversation);
      expect(second?.attempts).toBe(1);
      await store().leaveTurn(second!, true);
      expect((await store().openTurn(recorded!.conversation))?.attempts).toBe(2);
    });

    it("that end dead are no attempt themselves: a dead letter counts the turns before", async () => {
      const [recorded] = await store().recordInbound([inbound(someone(), "racun")]);
      for (let attempt = 1; attempt <= 5; attempt += 1)
        await store().leaveTurn((await store().openTurn(recorded!.conversation))!, true);
      const last = await store().openTurn(recorded!.conversation);
      expect(last?.attempts).toBe(6);
      await store().commitTurn(last!, { ...result([]), outcome: "dead", reason: "poison" });
      expect(await store().deadLetters(10)).toMatchObject([{ key: recorded!.key, attempts: 5 }]);
    });

    it("that end dead keep the message, and the chat goes on", async () => {
      const contact = someone();
      const message = inbound(contact, "racun");
      const [recorded] = await store().recordInbound([message, inbound(contact, "berikutnya")]);
      const turn = await store().openTurn(recorded!.conversation);
      const dead = { ...result(["petugas akan melihatnya"]), outcome: "dead" as const, reason: "poison" };
      const { next } = await store().commitTurn(turn!, dead);
      expect(next?.message.content).toEqual({ type: "text", text: "berikutnya" });
      expect(await store().deadLetters(10)).toMatchObject([{ key: recorded!.key, reason: "poison" }]);
    });

    it("keep only the masked words after the message is handled", async () => {
      const contact = someone();
      const message = inbound(contact, "NIK saya 3524015206799901");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      expect((await store().history(contact, 10))[0]?.text).not.toContain("3524015206799901");
      const masked = { type: "text" as const, text: "NIK saya ••••01" };
      await store().commitTurn(turn!, { ...result([]), masked });
      expect((await store().history(contact, 10))[0]?.text).toBe("NIK saya ••••01");
    });

    it("show a page its choices again", async () => {
      const contact = someone();
      const message = inbound(contact, "halo");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      const choices = [{ id: "a", title: "Satu", description: "yang pertama" }];
      const shown = { asks: "number" as const, card: { tone: "good" as const, status: "pilih", names: ["PKH"] } };
      await store().commitTurn(turn!, { ...result([]), replies: [body("pilih", { choices, ...shown })] });
      expect((await store().history(contact, 10)).at(-1)).toMatchObject({ choices, ...shown });
    });

    it("are opened with the recorded message of an idle chat, as openTurn would open them", async () => {
      const contact = someone();
      const first = inbound(contact, "satu");
      const second = inbound(contact, "dua", { order: 2 });
      await answered(store(), first, ["ya"]);
      const [recorded] = await store().recordInbound([second], true);
      const turn = recorded?.turn ?? (await store().openTurn(recorded!.conversation));
      expect(turn).toMatchObject({ key: recorded!.key, contact, message: second, attempts: 1 });
      expect(turn?.session).toEqual({ at: "somewhere", said: ["ya"] });
      expect(await store().openTurn(recorded!.conversation), "it is held").toBeUndefined();
      const { send } = await store().commitTurn(turn!, result(["tiga", "empat"]), true);
      const opened = send ?? (await store().openSend(recorded!.conversation));
      expect(opened).toMatchObject({ message: { text: "tiga", to: contact }, attempts: 1, unknown: 0 });
      expect(await store().openSend(recorded!.conversation), "it is held").toBeUndefined();
      const next = await store().closeSend(opened!, { state: "sent" });
      expect(next).toMatchObject({ message: { text: "empat", to: contact } });
      expect(await store().closeSend(next!, { state: "sent" })).toBeUndefined();
    });

    it("are not opened with a repeated message, after a waiting one, or in a held chat", async () => {
      const contact = someone();
      const [first, second] = [inbound(contact, "satu", { order: 1 }), inbound(contact, "dua", { order: 2 })];
      await store().recordInbound([first]);
      const [again] = await store().recordInbound([first], true);
      expect([again?.fresh, again?.turn]).toEqual([false, undefined]);
      const [behind] = await store().recordInbound([second], true);
      expect(behind?.turn).toBeUndefined();
      const turn = await store().openTurn(behind!.conversation);
      expect(turn?.message).toEqual(first);
      const [third] = await store().recordInbound([inbound(contact, "tiga", { order: 3 })], true);
      expect(third?.turn).toBeUndefined();
      await store().leaveTurn(turn!, true);
    });
  });
}

const recordedPart = (recorded: { key: string; conversation: string } | undefined) => ({
  key: recorded?.key,
  conversation: recorded?.conversation,
});
