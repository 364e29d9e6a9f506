import { describe, expect, it } from "vitest";
import { actOnTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { exportChat, printChat } from "../../../src/casework/desk/copy-chat.ts";
import { finishForgetting, forgetChat } from "../../../src/casework/desk/forget-chat.ts";
import { withdrawConsent } from "../../../src/casework/desk/withdraw-consent.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import { newSession } from "../../../src/conversation/engine/session.ts";
import { DEAD_LETTERS_KEPT, MESSAGES_KEPT, stripSessions } from "../../../src/messaging/tidy.ts";
import type { Store } from "../../../src/store/ports/store.ts";
import { onBothStores } from "../../support/both-stores.ts";
import { body, inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";

const NIK = "3524015206799901";
const officer = (id: string, rung: Officer["rung"] = "dinsos"): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung,
  areas: rung === "village" ? ["3524032001"] : [],
  sensitive: false,
  active: true,
});
const DINA = { officer: officer("dina"), by: "dina" };
const MARTA = { officer: officer("marta"), by: "marta" };
const RIGHTS = [
  ["data-copy", "in the chat", exportChat],
  ["data-copy", "printed", printChat],
  ["data-delete", "erased", forgetChat],
  ["consent-withdraw", "withdrawn", withdrawConsent],
] as const;
const gone = () => Promise.reject(new Error("the store is gone"));

/** Makes the first `readers` calls of `head` wait for each other. */
function readTogether(store: Store, readers: number): Store {
  const all = Promise.withResolvers<void>();
  let read = 0;
  const head: Store["head"] = async (number) => {
    const found = await store.head(number);
    read += 1;
    if (read >= readers) all.resolve();
    await all.promise;
    return found;
  };
  return { ...store, head };
}

const base = { district: "lamongan", locale: "id", openedAt: 1_000, person: {} } as const;

async function chatWith(store: Store, category: "data-copy" | "data-delete" | "consent-withdraw", open = true) {
  const contact = someone();
  const [recorded] = await store.recordInbound([inbound(contact, `tolong cek ${NIK}`)]);
  const conversation = recorded?.conversation ?? "";
  const turn = await store.openTurn(conversation);
  const proof = { person: "p", nik: NIK, tier: 2 as const, until: Date.now() - 1 };
  const told = { text: "pkh saya belum cair", at: Date.now() };
  const session = { ...newSession("id"), lastAt: Date.now() - 3_600_000, proof, data: { nik: NIK }, people: [], told };
  const masked = { type: "text" as const, text: "tolong cek ••••••••••••••01" };
  const result = { session, replies: [body("baik")], effects: [], outcome: "handled" as const, masked };
  await store.commitTurn(turn!, { ...result, stripAt: proof.until });
  const send = await store.openSend(conversation);
  await store.closeSend(send!, { state: "sent" });
  const mentioned = [{ label: "nik" as const, number: NIK }];
  if (open)
    await store.openTicket({ ...base, number: "LMG-26-000001-1", category: "card", text: "kartu", conversation });
  const files = [{ kind: "image" as const, file: "f" }];
  await store.openTicket({
    ...base,
    number: "LMG-26-000002-1",
    category: "other",
    text: "NIK ••••••••••••••01",
    conversation,
    mentioned,
    files,
  });
  const photo = "LMG-26-000002-1-f1";
  await store.keepFile(photo, Buffer.from("foto"));
  const kept = { state: "kept" as const, type: "image/jpeg", size: 4, sha256: "x" };
  const event = { at: 2_000, by: "system", text: "" };
  await store.changeTicket("LMG-26-000002-1", { ...event, type: "fetch", id: "f", file: photo, fetched: kept });
  await store.changeTicket("LMG-26-000002-1", { ...event, type: "close", id: "c" });
  await store.openTicket({ ...base, number: "LMG-26-000003-1", category, text: "", conversation });
  return { contact, conversation, photo };
}

const textsTo = async (store: Store, conversation: string): Promise<string> =>
  (await store.chatRecords(conversation)).answered.map(({ text }) => text).join("\n");
async function sendAll(store: Store, conversation: string): Promise<void> {
  let send = await store.openSend(conversation);
  while (send) send = await store.closeSend(send, { state: "sent" });
}

function cases(name: string, open: () => Promise<Store>): void {
  describe(`a citizen's rights on ${name}`, () => {
    const opened = async () => {
      const store = await open();
      return { store, ...(await stages({ store })) };
    };

    it("HAPUS erases the chat, names the reports that stay, and erases the address when the confirmation is sent and no report is open any more", async () => {
      const { store, messaging } = await opened();
      const { contact, conversation, photo } = await chatWith(store, "data-delete");
      await forgetChat(messaging, "LMG-26-000003-1", DINA);
      const told = await textsTo(store, conversation);
      expect(told).toContain("LMG-26-000003-1 selesai");
      expect(told).toMatch(/masih berjalan: laporan LMG-26-000001-1/);
      expect(told).toMatch(/aturan arsip.*LMG-26-000002-1/);
      expect((await store.chatRecords(conversation)).said).toEqual([]);
      expect(await store.storedSession(conversation)).toBeUndefined();
      expect(await store.file(photo)).toBeUndefined();
      expect(await store.ticket("LMG-26-000002-1")).toMatchObject({
        mentioned: [],
        attachments: [{ state: "erased" }],
      });
      expect(await store.ticket("LMG-26-000001-1")).toMatchObject({ state: "new", text: "kartu" });
      expect(await store.auditEntries(1, 10)).toMatchObject([
        { actor: "dina", action: "forget", subject: "LMG-26-000003-1" },
      ]);

      await forgetChat(messaging, "LMG-26-000003-1", DINA);
      expect((await textsTo(store, conversation)).match(/selesai: isi chat/g)).toHaveLength(1);
      expect(await store.auditEntries(1, 10)).toHaveLength(1);
      await sendAll(store, conversation);
      expect(await finishForgetting(messaging)).toBe(0);
      expect(await store.contactOf(conversation)).toEqual(contact);
      await store.changeTicket("LMG-26-000001-1", { type: "close", id: "c", at: 3_000, by: "dina", text: "" });
      expect(await finishForgetting(messaging)).toBe(1);
      expect(await store.contactOf(conversation)).toBeUndefined();
      expect(await store.conversationOf(contact)).toBeUndefined();
      expect(await store.ticket("LMG-26-000001-1")).toBeDefined();
      const [again] = await store.recordInbound([inbound(contact, "halo lagi")]);
      expect(again?.conversation).not.toBe(conversation);
    });

    it("after HAPUS no search finds the citizen's closed reports by name", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-delete");
      const search = { words: ["name wagini", "phone 7890"] };
      const sight = { district: "lamongan", keys: ["d:lamongan"] };
      const found = async () => (await store.find({ sight, search, limit: 9 })).heads.map(({ number }) => number);
      const person = { name: "Wagini", phone: "081234567890" };
      for (const number of ["LMG-26-000011-1", "LMG-26-000012-1"])
        await store.openTicket({ ...base, number, category: "card", text: "x", conversation, person });
      const close = { type: "close", id: "c", at: 3_000, by: "dina", text: "" } as const;
      await store.changeTicket("LMG-26-000011-1", close);
      expect(await found()).toHaveLength(2);
      await forgetChat(messaging, "LMG-26-000003-1", DINA);
      expect(await found()).toEqual(["LMG-26-000012-1"]);
      for (const number of ["LMG-26-000001-1", "LMG-26-000012-1"]) await store.changeTicket(number, close);
      await finishForgetting(messaging);
      await finishForgetting(messaging);
      expect(await found()).toEqual([]);
    });

    it("HAPUS keeps the address until the confirmation is sent, and for a citizen who writes again", async () => {
      const { store, messaging } = await opened();
      const { contact, conversation } = await chatWith(store, "data-delete", false);
      await forgetChat(messaging, "LMG-26-000003-1", DINA);
      expect(await finishForgetting(messaging)).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.recordInbound([inbound(contact, "saya kembali")]);
      await sendAll(store, conversation);
      expect(await finishForgetting(messaging)).toBe(0);
      expect(await store.contactOf(conversation)).toEqual(contact);
      expect(await store.forgottenChats(10)).toEqual([]);
      expect((await store.chatRecords(conversation)).said).toHaveLength(1);
    });

    it("DATA SAYA sends the chat a copy without whole numbers, and a confirmation", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-copy");
      for (const _ of ["first", "again"]) {
        const ended = await exportChat(messaging, "LMG-26-000003-1", DINA);
        expect(ended.state).toBe("closed");
      }
      const told = await textsTo(store, conversation);
      for (const part of [
        "Salinan data chat ini",
        "LMG-26-000001-1",
        "kartu",
        "tolong cek",
        "Permintaan LMG-26-000003-1 selesai",
      ]) {
        expect(told).toContain(part);
      }
      expect(told).not.toContain(NIK);
      expect(told.match(/Permintaan LMG-26-000003-1 selesai/g)).toHaveLength(1);
    });

    it("DATA SAYA can be printed at the counter", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-copy");
      const { text } = await printChat(messaging, "LMG-26-000003-1", DINA);
      expect(text).toContain("LMG-26-000002-1");
      expect(text).not.toContain(NIK);
      expect(await textsTo(store, conversation)).toContain("diserahkan di loket");
    });

    describe.each(RIGHTS)("a request that is fulfilled while something else happens: %s, %s", (category, _, fulfil) => {
      it("of two officers at the same time, one fulfils it and the other is refused with STALE", async () => {
        const { store, messaging } = await opened();
        const { conversation } = await chatWith(store, category);
        const { version } = (await store.ticket("LMG-26-000003-1"))!;
        const both = await Promise.allSettled(
          [DINA, MARTA].map((caller) => fulfil(messaging, "LMG-26-000003-1", { ...caller, expect: version })),
        );
        const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
        expect(refused).toMatchObject([{ code: "STALE" }]);
        expect((await store.ticket("LMG-26-000003-1"))?.state).toBe("closed");
        expect((await store.auditEntries(1, 10)).map(({ subject }) => subject)).toEqual(["LMG-26-000003-1"]);
        expect((await textsTo(store, conversation)).match(/Permintaan LMG-26-000003-1 selesai/g)).toHaveLength(1);
      });

      it("a note that is written during the act makes the act STALE, and the act changes nothing", async () => {
        const { store, messaging } = await opened();
        const { conversation } = await chatWith(store, category);
        const { version } = (await store.ticket("LMG-26-000003-1"))!;
        const note = { ...MARTA, id: "note-00001", type: "note" as const, text: "Orangnya belum dicocokkan." };
        const head = async (number: string) => {
          const read = await store.head(number);
          await actOnTicket(messaging, number, note);
          return read;
        };
        const meanwhile = { ...messaging, store: { ...messaging.store, head } };
        await expect(fulfil(meanwhile, "LMG-26-000003-1", { ...DINA, expect: version })).rejects.toMatchObject({
          code: "STALE",
        });
        expect((await store.ticket("LMG-26-000003-1"))?.state).toBe("working");
        expect(await textsTo(store, conversation)).not.toContain("selesai");
        expect((await store.chatRecords(conversation)).said).toHaveLength(1);
        expect(await store.auditEntries(1, 10)).toEqual([]);
      });

      it("the act ends with one confirmation, also if it was interrupted before", async () => {
        const { store, messaging } = await opened();
        const { conversation } = await chatWith(store, category);
        const { version } = (await store.ticket("LMG-26-000003-1"))!;
        const broken = { ...messaging, store: { ...messaging.store, addOutbound: gone, markForgotten: gone } };
        const caller = { ...DINA, expect: version };
        if (fulfil !== printChat && fulfil !== withdrawConsent)
          await expect(fulfil(broken, "LMG-26-000003-1", caller)).rejects.toThrow("gone");
        await fulfil(messaging, "LMG-26-000003-1", caller);
        expect((await textsTo(store, conversation)).match(/Permintaan LMG-26-000003-1 selesai/g)).toHaveLength(1);
      });
    });

    it.each([
      ["data-delete", forgetChat],
      ["consent-withdraw", withdrawConsent],
    ] as const)("of two officers who begin %s without a version, one fulfils it", async (category, fulfil) => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, category);
      const desk = { ...messaging, store: readTogether(store, 2) };
      const both = await Promise.allSettled([DINA, MARTA].map((caller) => fulfil(desk, "LMG-26-000003-1", caller)));
      const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(refused).toMatchObject([{ code: "STALE" }]);
      expect(await store.auditEntries(1, 10)).toHaveLength(1);
      expect((await textsTo(store, conversation)).match(/Permintaan LMG-26-000003-1 selesai/g)).toHaveLength(1);
    });

    it("a repeated HAPUS sends its confirmation of several messages whole and once", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-delete", false);
      const numbers = Array.from({ length: 260 }, (_, no) => `LMG-26-${String(100_000 + no)}-1`);
      for (const number of numbers)
        await store.openTicket({ ...base, number, category: "card", text: "k", conversation });
      for (const _ of ["once", "again"]) await forgetChat(messaging, "LMG-26-000003-1", DINA);
      const told = await textsTo(store, conversation);
      for (const number of numbers) expect(told.split(number)).toHaveLength(2);
    });

    it("of two officers who print DATA SAYA without a version, one gets the copy", async () => {
      const { store, messaging } = await opened();
      await chatWith(store, "data-copy");
      const both = await Promise.allSettled(
        [DINA, MARTA].map((caller) => printChat(messaging, "LMG-26-000003-1", caller)),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "TICKET_CLOSED" } });
    });

    it("BATAL SETUJU stops mass notices and removes the proof, and answers still come", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "consent-withdraw");
      await withdrawConsent(messaging, "LMG-26-000003-1", DINA);
      await store.addOutbound(conversation, "news", body("kabar berkala", { mass: true }));
      await store.addOutbound(conversation, "answer", body("jawaban petugas"));
      const told = await textsTo(store, conversation);
      expect(told).toContain("kabar berkala dihentikan");
      expect(told).toContain("jawaban petugas");
      expect(told).not.toMatch(/^kabar berkala$/m);
      const { session } = (await store.storedSession(conversation)) ?? {};
      expect(session).not.toHaveProperty("proof");
      expect(session).toMatchObject({ people: [], at: "menu.choose" });
    });

    it.each([
      ["a village officer", { officer: officer("sari", "village"), by: "sari" }, "TICKET_UNKNOWN"],
      ["the operator's token", { by: "operator:dewi" }, "FORBIDDEN"],
    ])("%s cannot fulfil a request", async (_, caller, code) => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-delete");
      await expect(forgetChat(messaging, "LMG-26-000003-1", caller)).rejects.toMatchObject({ code });
      await expect(forgetChat(messaging, "LMG-26-000001-1", DINA)).rejects.toMatchObject({ code: "BAD_REQUEST" });
      expect((await store.chatRecords(conversation)).said).toHaveLength(1);
      expect(await store.auditEntries(1, 10)).toEqual([]);
    });

    it("BATAL SETUJU removes the proof even if the citizen writes at the same time", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "consent-withdraw");
      let writes = 0;
      const storedSession = async (chat: string) => {
        const read = await store.storedSession(chat);
        if (read && writes < 9) {
          writes += 1;
          const session = { ...(read.session as object), lastAt: Date.now() + writes };
          expect(await store.replaceSession({ ...read, session })).toBe(true);
        }
        return read;
      };
      const busy = { ...messaging, store: { ...messaging.store, storedSession } };
      await withdrawConsent(busy, "LMG-26-000003-1", DINA);
      expect((await store.storedSession(conversation))?.session).not.toHaveProperty("proof");
    });

    it.each(["data-copy", "data-delete", "consent-withdraw"] as const)(
      "the act `close` ends %s only as unfulfilled, and the citizen reads why",
      async (category) => {
        const { store, messaging } = await opened();
        const { conversation } = await chatWith(store, category);
        const act = { ...DINA, id: "close-00001", type: "close" as const, text: "Sudah kami kerjakan." };
        await expect(actOnTicket(messaging, "LMG-26-000003-1", act)).rejects.toMatchObject({
          code: "BAD_REQUEST",
          details: { field: "unfulfilled" },
        });
        expect((await store.ticket("LMG-26-000003-1"))?.state).toBe("new");
        const other = { ...act, id: "close-00002", unfulfilled: true as const };
        await expect(actOnTicket(messaging, "LMG-26-000001-1", other)).rejects.toMatchObject({ code: "BAD_REQUEST" });
        const said = { ...act, id: "close-00003", text: "Bukan pemilik chat.", unfulfilled: true as const };
        for (const _ of ["first", "again"])
          expect((await actOnTicket(messaging, "LMG-26-000003-1", said)).state).toBe("closed");
        const told = await textsTo(store, conversation);
        expect(told).toContain("permintaan LMG-26-000003-1 tidak kami penuhi. Alasannya: Bukan pemilik chat.");
        expect(told).not.toContain("sudah selesai");
      },
    );

    it("a session at rest loses its numbers and keeps its state", async () => {
      const { store, messaging } = await opened();
      const { conversation } = await chatWith(store, "data-copy");
      expect(await store.restedSessions(10)).toHaveLength(1);
      expect(await stripSessions(messaging)).toBe(1);
      const { session } = (await store.storedSession(conversation)) ?? {};
      expect(JSON.stringify(session)).not.toContain(NIK);
      expect(session).toMatchObject({ at: "menu.choose", locale: "id" });
      expect(await stripSessions(messaging)).toBe(0);
    });

    it("a session that changed after it was read is not replaced", async () => {
      const { store } = await opened();
      const { conversation } = await chatWith(store, "data-copy");
      const stored = await store.storedSession(conversation);
      expect(await store.replaceSession({ ...stored!, session: { one: 1 } })).toBe(true);
      expect(await store.replaceSession({ ...stored!, session: { two: 2 } })).toBe(false);
      expect((await store.storedSession(conversation))?.session).toEqual({ one: 1 });
    });

    it("dead letters are counted as expiring and erased after their time", async () => {
      const { store } = await opened();
      await store.recordUnreadable({ channel: "webchat", account: "lamongan" }, "u", "???", "odd");
      await new Promise((resolve) => setTimeout(resolve, 5));
      const counted = async (age: number) =>
        (await store.expiring(MESSAGES_KEPT, age, age, age)).find(({ of }) => of === "dead letters")?.count;
      expect([await counted(DEAD_LETTERS_KEPT), await counted(0)]).toEqual([0, 1]);
      expect(await store.expire(MESSAGES_KEPT, DEAD_LETTERS_KEPT)).toBe(0);
      expect(await store.expire(MESSAGES_KEPT, 0)).toBe(1);
      expect(await store.deadLetters(10)).toEqual([]);
    });
  });
}

onBothStores(cases);
