import { describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import type { Translate } from "../../src/vocabulary/message.ts";
import { fickleStores } from "../support/fickle-stores.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const texts = async ({ messaging }: Awaited<ReturnType<typeof stages>>, contact: ReturnType<typeof someone>) =>
  (await messaging.store.history(contact, 50)).filter(({ from }) => from === "service").map(({ text }) => text);

const breaking =
  (translate: Translate, key: string, fault: () => Error): Translate =>
  (locale, text) => {
    if ("key" in text && text.key === key) throw fault();
    return translate(locale, text);
  };

describe("answer", () => {
  it("gives up a message that broke five turns, tells the citizen, and answers the next message", async () => {
    const stage = await stages();
    const { messaging } = stage;
    const broken = {
      ...messaging,
      translate: breaking(messaging.translate, "check.askNumber", () => new Error("boom 3524015206799901")),
    };
    const contact = someone();
    const [recorded] = await messaging.store.recordInbound([
      inbound(contact, "cek bansos saya"),
      inbound(contact, "alamat dinsos"),
    ]);
    const conversation = recorded?.conversation ?? "";
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await answerChat(broken, conversation);
      expect(await texts(stage, contact)).toEqual([]);
    }
    await answerChat(broken, conversation);
    const said = await texts(stage, contact);
    expect(said[0]).toContain("Pengelola layanan akan memeriksanya");
    expect(said[1]).toContain("Kusuma Bangsa");
    expect(await messaging.store.deadLetters(10)).toMatchObject([
      { key: recorded?.key, reason: "poison", attempts: 5 },
    ]);
    expect(JSON.stringify(stage.lines), "an error's words may be a citizen's").not.toContain("boom");
    await messaging.store.retryDeadLetter(recorded?.key ?? "");
    await answerChat(messaging, conversation);
    expect((await texts(stage, contact)).at(-1)).toContain("Ketik NIK");
  });

  it("does not count an attempt that failed because the store was away", async () => {
    const stage = await stages();
    const { messaging } = stage;
    const away = {
      ...messaging,
      translate: breaking(messaging.translate, "menu.choose", () => new AppError("STORE_UNAVAILABLE", "gone")),
    };
    const contact = someone();
    const [recorded] = await messaging.store.recordInbound([inbound(contact, "halo")]);
    for (let attempt = 0; attempt < 12; attempt += 1) await answerChat(away, recorded?.conversation ?? "");
    await answerChat(messaging, recorded?.conversation ?? "");
    expect(await texts(stage, contact)).toHaveLength(1);
    expect(await messaging.store.deadLetters(10)).toEqual([]);
  });

  it("looks nothing up in the register while the counter is away", async () => {
    const stage = await stages();
    const { store } = stage.messaging;
    const messaging = {
      ...stage.messaging,
      store: { ...store, count: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "gone")) },
    };
    const contact = someone();
    const [recorded] = await store.recordInbound(
      ["halo", "1", "3524015206799901", "3524010201199901"].map((text) => inbound(contact, text)),
    );
    await answerChat(messaging, recorded?.conversation ?? "");
    expect((await texts(stage, contact)).at(-1)).toContain("Belum ada yang kami cek");
  });

  it("starts an unreadable session again and answers the message", async () => {
    const stage = await stages();
    const contact = someone();
    const { store } = stage.messaging;
    const [recorded] = await store.recordInbound([inbound(contact, "halo")]);
    const turn = await store.openTurn(recorded?.conversation ?? "");
    await store.commitTurn(turn!, {
      session: { version: 99 },
      replies: [],
      effects: [],
      outcome: "handled",
    });
    await store.recordInbound([inbound(contact, "1")]);
    await answerChat(stage.messaging, recorded?.conversation ?? "");
    expect((await texts(stage, contact)).at(-1)).toContain("Ketik NIK");
  });

  it("answers in the language that the platform reports, or in Indonesian if that language has no texts", async () => {
    const stage = await stages();
    for (const [language, greeting] of [
      ["en-US", "Hello"],
      ["id", "Halo"],
      ["fr", "Halo"],
    ] as const) {
      const contact = someone();
      const [recorded] = await stage.messaging.store.recordInbound([inbound(contact, "hi", { language })]);
      await answerChat(stage.messaging, recorded?.conversation ?? "");
      expect((await texts(stage, contact))[0]).toContain(greeting);
    }
  });

  it.each([
    ["an English phone with an Indonesian message", "en", ["hi", "bansos saya kapan cair pak"], ["Hello", "Ketik NIK"]],
    ["an English message without a reported language", undefined, ["when will the money be paid"], ["Hello"]],
    [
      "the language of the first message stays",
      "en",
      ["kapan cair", "when will the money be paid"],
      ["Halo", "Ketik NIK"],
    ],
    ["a chosen language stays", undefined, ["english", "bansos saya kapan cair pak"], ["Hello", "Type the NIK"]],
  ] as const)("answers in the citizen's language: %s", async (_, language, messages, begins) => {
    const stage = await stages();
    const contact = someone();
    for (const [index, text] of messages.entries()) {
      const [recorded] = await stage.messaging.store.recordInbound([
        inbound(contact, text, language ? { language } : {}),
      ]);
      await answerChat(stage.messaging, recorded?.conversation ?? "");
      expect((await texts(stage, contact)).at(-1)).toContain(begins[index]);
    }
  });

  it.each([
    ["2 MB of text", "a ".repeat(1_000_000)],
    ["2 MB of digits", "1".repeat(2_000_000)],
    ["2 MB of digits and spaces", "1 ".repeat(1_000_000)],
    ["lone surrogates", "\ud800halo\udc00"],
    ["NUL and control marks", "\0ha\u0007lo\u001b[31m"],
    ["bidi marks", "\u202eolah\u202c"],
    ["nothing but spaces", "   \n\t "],
    ["markup", "<b>halo</b> *halo* _halo_ [x](http://x)"],
    ["a template's gaps", "{{agency}} $t(menu.choose) $" + "{x}"],
  ])("answers the message after %s", async (_, text) => {
    const stage = await stages();
    const contact = someone();
    const [recorded] = await stage.messaging.store.recordInbound([inbound(contact, text), inbound(contact, "menu")]);
    await answerChat(stage.messaging, recorded?.conversation ?? "");
    const said = await texts(stage, contact);
    expect(said.at(-1)).toContain("Apa yang ingin");
    expect(await stage.messaging.store.deadLetters(1)).toEqual([]);
  });
});

describe.each(fickleStores)("a turn's commit on $name", { timeout: 60_000 }, ({ open }) => {
  it("that fails six times because the store is away does not make the message poison", async () => {
    const { store, away, back, close } = await open();
    let refusals = 6;
    const refusing: Store = {
      ...store,
      async commitTurn(...turn) {
        refusals -= 1;
        if (refusals < 0) return store.commitTurn(...turn);
        away();
        try {
          return await store.commitTurn(...turn);
        } finally {
          back();
        }
      },
    };
    try {
      const stage = await stages({ store: refusing });
      const contact = someone();
      const [recorded] = await store.recordInbound([inbound(contact, "halo")]);
      await answerChat(stage.messaging, recorded?.conversation ?? "");
      expect(refusals, "tries").toBe(-1);
      expect((await texts(stage, contact))[0]).toContain("Halo");
      expect(await store.deadLetters(10)).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe.each(fickleStores)("suspect messages on $name", { timeout: 60_000 }, ({ open }) => {
  it("are handled one at a time, without another message in hand", async () => {
    const { store, close } = await open();
    const inHand = new Set<string>();
    const beside: [key: string, others: number][] = [];
    const alone = new Set<string>();
    const areTogether = () => beside.some(([, others]) => others > 0);
    const watched: Store = {
      ...store,
      async commitTurn(turn, ...more) {
        inHand.add(turn.key);
        // On a slow machine, the others may begin much later.
        const mayMeet = () => !alone.has(turn.key) && !areTogether();
        for (let step = 0; step < 3 || (step < 250 && mayMeet()); step += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          beside.push([turn.key, inHand.size - 1]);
        }
        inHand.delete(turn.key);
        return store.commitTurn(turn, ...more);
      },
    };
    try {
      const stage = await stages({ store: watched });
      const all = await Promise.all(
        Array.from({ length: 6 }, async () => (await store.recordInbound([inbound(someone(), "halo")]))[0]!),
      );
      const suspects = all.slice(0, 3);
      for (const { key } of suspects) alone.add(key);
      for (const { conversation } of suspects) {
        const turn = await store.openTurn(conversation);
        await store.leaveTurn(turn!, true);
      }
      await Promise.all(all.map(({ conversation }) => answerChat(stage.messaging, conversation)));
      expect(new Set(beside.map(([key]) => key)).size).toBe(all.length);
      expect(beside.filter(([key, others]) => alone.has(key) && others > 0)).toEqual([]);
      expect(areTogether(), "others are handled together").toBe(true);
      expect(await store.waiting(10)).toMatchObject({ inbound: [] });
    } finally {
      await close();
    }
  });

  it("count no attempt while they wait for another message to end", async () => {
    const { store, close } = await open();
    try {
      const stage = await stages({ store });
      const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
      const conversation = recorded?.conversation ?? "";
      await store.leaveTurn((await store.openTurn(conversation))!, true);
      let end = () => {};
      const other = stage.messaging.turnOrder.alone(() => new Promise<void>((resolve) => (end = resolve)));
      const answered = answerChat(stage.messaging, conversation);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(
        (await store.openTurn(conversation))?.attempts,
        "the wait counted no attempt, even if the process dies now",
      ).toBe(2);
      end();
      await Promise.all([other, answered]);
    } finally {
      await close();
    }
  });
});
