import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";

import { lockKeys } from "../../src/register/proof-locks.ts";
import type { Recipient } from "../../src/register/recipient.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import type { Contact, InboundMessage } from "../../src/vocabulary/message.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { inbound, someone } from "../support/messages.ts";
import { type Messaging, stages } from "../support/messaging.ts";
import { publishPeople } from "../support/register.ts";

const nikOf = (index: number): string => `352401520679${9_900 + index}`;
const NIK = nikOf(1);
const KK = "3524010201199901";
const WRONG_KK = "3524010201199999";
const NAME = "SITI AMINAH";
const people = Array.from(
  { length: 40 },
  (_, index): Recipient => ({ nik: nikOf(index), kk: KK, name: NAME, valid: true, reasons: [] }),
);

const LOCKED = "kami kunci 24 jam";
const MISSED = "belum memuat nomor KK-nya";
const PROVED = "Data S";
const REGISTERED = "Terdaftar.";

describe.each(fickleStores)("look-ups over $name", ({ open }) => {
  let opened: Fickle;
  let stage: Awaited<ReturnType<typeof stages>>;
  beforeEach(async () => {
    opened = await open();
    await publishPeople(opened.store, people);
    stage = await stages({ store: opened.store });
  });
  afterEach(() => opened.close());

  const with_ = (over: Partial<Store>): Messaging => ({
    ...stage.messaging,
    store: { ...stage.messaging.store, ...over },
  });
  async function say(
    contact: Contact,
    texts: string[],
    { messaging = stage.messaging, network }: { messaging?: Messaging; network?: string } = {},
  ): Promise<string> {
    const more: Partial<InboundMessage> = network ? { network } : {};
    for (const text of texts) {
      const [recorded] = await messaging.store.recordInbound([inbound(contact, text, more)]);
      await answerChat(messaging, recorded?.conversation ?? "");
    }
    const history = await stage.messaging.store.history(contact, 50);
    const last = history.findLastIndex(({ from }) => from === "citizen");
    return history
      .slice(last + 1)
      .map(({ text }) => text)
      .join("\n");
  }
  const tryCard = (contact: Contact, kk = WRONG_KK, options: Parameters<typeof say>[2] = {}) =>
    say(contact, [`cek ${NIK} ${kk}`], options);
  async function failThrice(contact: Contact, network?: string): Promise<void> {
    for (let n = 0; n < 3; n += 1) await tryCard(contact, WRONG_KK, network ? { network } : {});
  }

  it("an answer says that no aid list was imported, or on which date the list had nothing for this person", async () => {
    const contact = someone();
    const untold = await tryCard(contact, KK);
    expect(untold).toContain("Daftar pembayaran bantuan belum ada di layanan ini");
    expect(untold).not.toContain("Belum tercatat bantuan");
    await (await opened.store.newGeneration("aid", "lamongan", "2026-11-01")).publish();
    const told = await tryCard(someone(), KK);
    expect(told).toMatch(/Belum tercatat bantuan per \d/);
    expect(told).toContain("bisa belum lengkap");
    expect(told).not.toContain("Daftar pembayaran bantuan belum ada");
  });

  describe("that fail because of the service", () => {
    it.each([
      [
        "the register cannot be read",
        { recipientsByNik: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "x")) },
      ],
      ["a row cannot be opened", { recipientsByNik: () => Promise.reject(new AppError("SEAL_BROKEN", "x")) }],
      ["there is no register", { generation: () => Promise.resolve(undefined) }],
      ["the aid list cannot be read", { aidByNik: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "x")) }],
      ["the counter across chats fails", undefined],
    ])("do not count: %s", async (_, over) => {
      const contact = someone();
      const count: Store["count"] = (rules) =>
        rules.some(({ key }) => key === "look-ups")
          ? Promise.reject(new AppError("STORE_UNAVAILABLE", "x"))
          : opened.store.count(rules);
      const messaging = with_(over ?? { count });
      for (let n = 0; n < 4; n += 1) await tryCard(contact, KK, { messaging });
      expect(await tryCard(contact, KK)).toContain(PROVED);
    });

    it("count once for a message that is handled again after a crash", async () => {
      const contact = someone();
      await tryCard(contact);
      await tryCard(contact);
      const dying = with_({
        recipientsByNik: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "x")),
        takeBack: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "x")),
      });
      const [recorded] = await opened.store.recordInbound([inbound(contact, `cek ${NIK} ${KK}`)]);
      for (let n = 0; n < 5; n += 1) await answerChat(dying, recorded?.conversation ?? "");
      await answerChat(stage.messaging, recorded?.conversation ?? "");
      expect((await opened.store.history(contact, 50)).at(-1)?.text).toContain(PROVED);
    });

    it("do not count as a try for a ticket's number", async () => {
      const contact = someone();
      const away = with_({ ticket: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "x")) });
      const [recorded] = await opened.store.recordInbound([inbound(contact, "LMG-26-000001-7")]);
      for (let n = 0; n < 25; n += 1) await answerChat(away, recorded?.conversation ?? "");
      await answerChat(stage.messaging, recorded?.conversation ?? "");
      const { counts } = await opened.store.count([
        { key: `ticket:${recorded?.conversation}`, limit: 99, window: 1, add: 0 },
      ]);
      expect(counts).toEqual([1]);
    });
  });

  describe("with wrong proofs", () => {
    it("lock the chat after three, and a right name clears none of the wrong proofs", async () => {
      const contact = someone();
      await tryCard(contact);
      await tryCard(contact);
      expect(await say(contact, [`cek ${NIK}`, NAME])).toContain(REGISTERED);
      expect(await say(contact, [WRONG_KK])).toContain(MISSED);
      expect(await tryCard(contact, KK)).toContain(LOCKED);
    });

    it("are cleared by the right family card", async () => {
      const contact = someone();
      for (let round = 0; round < 3; round += 1) {
        await tryCard(contact);
        await tryCard(contact);
        expect(await tryCard(contact, KK)).toContain(PROVED);
      }
    });

    it("of one network's web sessions lock no other chat, and each session has three tries", async () => {
      for (let n = 0; n < 9; n += 1) await failThrice(someone(), "203.0.113.0/24");
      const sameNetwork = someone();
      expect(await tryCard(sameNetwork, WRONG_KK, { network: "203.0.113.0/24" })).toContain(MISSED);
      expect(await tryCard(someone(), KK)).toContain(PROVED);
      expect(await tryCard(someone(), KK, { network: "203.0.114.0/24" })).toContain(PROVED);
    });

    it("of new sessions lock a network after thirty look-ups a day, and no other network", async () => {
      const network = "203.0.113.0/24";
      for (let n = 0; n < 10; n += 1) await failThrice(someone(), network);
      expect(await tryCard(someone(), KK, { network })).toContain(LOCKED);
      expect(await tryCard(someone(), KK)).toContain(PROVED);
    });

    it("of thirty chats lock the person for every chat that has not proved the person, with one alarm", async () => {
      const owner = someone();
      expect(await tryCard(owner, KK)).toContain(PROVED);
      for (let n = 0; n < 29; n += 1) await failThrice(someone(), n % 2 ? `198.51.${n}.0/24` : undefined);
      expect(await tryCard(someone(), KK)).toContain(PROVED);
      await failThrice(someone());
      const stranger = someone();
      expect(await tryCard(stranger, KK)).toContain(LOCKED);
      expect(await tryCard(stranger, KK)).toContain(LOCKED);
      expect(await tryCard(owner, KK), "their own chat").toContain(PROVED);
      const alarms = stage.lines.filter(({ fields }) => fields.alarm === "person-locked");
      expect(alarms).toHaveLength(1);
      await opened.store.clearCounts(lockKeys(stage.messaging.personOf(NIK)));
      expect(await tryCard(stranger, KK), "nothing was wrong in being locked out").toContain(PROVED);
    }, 120_000);

    it("are not counted for look-ups over a chat's limit", async () => {
      const contact = someone();
      for (let n = 0; n < 15; n += 1) await tryCard(contact, KK);
      for (let n = 0; n < 4; n += 1) expect(await tryCard(contact, KK)).toContain("Terlalu banyak pengecekan");
      const { counts } = await opened.store.count([
        {
          key: `proof:${stage.messaging.personOf(NIK)}:${await opened.store.conversationOf(contact)}`,
          limit: 9,
          window: 1,
          add: 0,
        },
      ]);
      expect(counts).toEqual([0]);
    });
  });

  it("of more than thirty people from one network need the family card; operators get one alarm without a person", async () => {
    const network = "203.0.113.0/24";
    const byName = (index: number) => say(someone(), [`cek ${nikOf(index)}`, NAME], { network });
    for (let n = 0; n < 29; n += 1) expect(await byName(n)).toContain(REGISTERED);
    expect(await byName(3), "no new person").toContain(REGISTERED);
    for (const index of [29, 30, 3]) expect(await byName(index)).toContain("nama saja belum cukup");
    expect(await tryCard(someone(), KK, { network }), "nobody is refused").toContain(PROVED);
    expect(await say(someone(), [`cek ${nikOf(31)}`, NAME])).toContain(REGISTERED);
    expect(await say(someone(), [`cek ${nikOf(31)}`, NAME], { network: "203.0.114.0/24" })).toContain(REGISTERED);
    const alarms = stage.lines.filter(({ fields }) => fields.alarm === "many-look-ups");
    expect(alarms).toEqual([
      {
        level: "error",
        fields: { channel: "webchat", district: "lamongan", alarm: "many-look-ups" },
        message: "one network looks up many people; it has to give family card numbers now",
      },
    ]);
    expect(JSON.stringify(stage.lines)).not.toMatch(/\d{16}|203\.0\.113|AMINAH/);
  }, 120_000);
});
