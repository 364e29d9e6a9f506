import { describe, expect, it } from "vitest";
import { type ChatContent, textsOf } from "../../../src/casework/desk/chat-copy-words.ts";
import { exportChat, printChat } from "../../../src/casework/desk/copy-chat.ts";
import { forgetChat } from "../../../src/casework/desk/forget-chat.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { WithoutThread } from "../../../src/casework/ticket.ts";
import type { Store } from "../../../src/store/ports/store.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { onBothStores } from "../../support/both-stores.ts";
import { body, inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";

const dinsos = (id: string, marks: Partial<Officer> = {}): Officer => ({
  ...{ id, name: id, district: "lamongan", rung: "dinsos", areas: [], sensitive: false, active: true },
  ...marks,
});
const ALL_MARKS = { sensitive: true, urgent: true, survivor: true };
const by = (officer: Officer) => ({ officer, by: officer.id });
const REQUEST = "LMG-26-000001-1";
const OTHER = "LMG-26-000002-1";

async function chatWith(store: Store, said: string, other?: Category, lane?: { barred: string[] }) {
  const contact = someone();
  const [recorded] = await store.recordInbound([inbound(contact, said)]);
  const conversation = recorded?.conversation ?? "";
  const base = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {}, conversation } as const;
  const raised = lane ? { lane: { sensitive: true, keeps: [], ...lane } } : {};
  if (other) await store.openTicket({ ...base, ...raised, number: OTHER, category: other, text: "rahasia warga" });
  await store.openTicket({ ...base, number: REQUEST, category: "data-copy", text: "" });
  return { contact, conversation };
}
const textsTo = async (store: Store, conversation: string): Promise<string[]> =>
  (await store.chatRecords(conversation)).answered.map(({ text }) => text);

function cases(name: string, open: () => Promise<Store>): void {
  describe(`a copy of a chat on ${name}`, () => {
    const opened = async (...officers: Officer[]) => {
      const store = await open();
      for (const one of officers) await store.saveOfficer(one, null);
      return { store, ...(await stages({ store })) };
    };

    it("a copy never holds the web chat's address or a link that opens a page", async () => {
      const dina = dinsos("dina", ALL_MARKS);
      const { store, messaging } = await opened(dina);
      const { contact, conversation } = await chatWith(store, "halo");
      await store.addOutbound(conversation, "page", body("Ketik di http://localhost/n/geheim123 ya"));
      const { text } = await printChat(messaging, REQUEST, by(dina));
      expect(text).toContain("Chat lewat: webchat");
      expect(text).not.toContain(contact.address);
      expect(text).toContain("Ketik di http://localhost ya");
      expect(text).not.toContain("geheim123");
    });

    it.each<[string, string, Category | undefined, { barred: string[] } | undefined, Partial<Officer>]>([
      ["a ticket of violence", "halo", "violence", undefined, { sensitive: true, urgent: true }],
      ["a ticket of self-harm", "halo", "urgent-private", undefined, { sensitive: true, survivor: true }],
      ["a ticket that accuses", "halo", "officer-conduct", undefined, {}],
      ["a ticket that accuses this officer", "halo", "card", { barred: ["dina"] }, ALL_MARKS],
      ["an accusation that became no ticket", "bansos saya dipotong pak kades 200 ribu", undefined, undefined, {}],
      ["violence that became no ticket", "suami saya memukuli saya", undefined, undefined, { sensitive: true }],
    ])(
      "an officer who may not read %s cannot print the copy but can send it to the chat, and the thread keeps no word of it",
      async (...given) => {
        const [, said, other, lane, marks] = given;
        const dina = dinsos("dina", marks);
        const { store, messaging } = await opened(dina);
        const { conversation } = await chatWith(store, said, other, lane);
        const refused = await printChat(messaging, REQUEST, by(dina)).catch((thrown: Error) => thrown);
        expect(refused).toMatchObject({ code: "FORBIDDEN" });
        expect((refused as Error).message).not.toMatch(/LMG-/);
        expect(await store.auditEntries(1, 10)).toEqual([]);
        const ended = await exportChat(messaging, REQUEST, by(dina));
        expect(JSON.stringify(ended)).not.toMatch(/rahasia warga|LMG-26-000002|kades|memukuli/);
        expect((await textsTo(store, conversation)).join("\n")).toContain(said);
        expect(await store.auditEntries(1, 10)).toMatchObject([{ actor: "dina", action: "export" }]);
      },
    );

    it("an officer who may see every ticket prints the copy, once", async () => {
      const dina = dinsos("dina", ALL_MARKS);
      const { store, messaging } = await opened(dina);
      await chatWith(store, "suami saya memukuli saya", "violence");
      expect((await printChat(messaging, REQUEST, by(dina))).text).toContain(OTHER);
      await expect(printChat(messaging, REQUEST, by(dina))).rejects.toMatchObject({ code: "TICKET_CLOSED" });
    });

    it("a request that was closed without a copy gets no copy afterwards", async () => {
      const dina = dinsos("dina", ALL_MARKS);
      const { store, messaging } = await opened(dina);
      const { conversation } = await chatWith(store, "halo");
      await store.changeTicket(REQUEST, { type: "close", id: "c", at: Date.now(), by: "dina", text: "batal" });
      for (const make of [exportChat, printChat])
        await expect(make(messaging, REQUEST, by(dina))).rejects.toMatchObject({ code: "TICKET_CLOSED" });
      expect(await textsTo(store, conversation)).toEqual([]);
    });

    it("each request gets one copy, which holds no earlier copy", async () => {
      const dina = dinsos("dina");
      const { store, messaging } = await opened(dina);
      const { conversation } = await chatWith(store, "kartu saya hilang");
      await exportChat(messaging, REQUEST, by(dina));
      const once = await textsTo(store, conversation);
      await exportChat(messaging, REQUEST, by(dina));
      expect(await textsTo(store, conversation)).toEqual(once);
      const again = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {}, conversation } as const;
      await store.openTicket({ ...again, number: "LMG-26-000003-1", category: "data-copy", text: "" });
      await exportChat(messaging, "LMG-26-000003-1", by(dina));
      const all = (await textsTo(store, conversation)).slice(once.length).join("\n");
      expect(all.match(/Salinan data chat ini\n/g)).toHaveLength(1);
      expect(all.match(/kartu saya hilang/g)).toHaveLength(1);
    });

    it("the confirmation of HAPUS names the chat's other tickets, and the thread does not", async () => {
      const dina = dinsos("dina");
      const { store, messaging } = await opened(dina);
      const { conversation } = await chatWith(store, "halo", "violence");
      const gone = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {}, conversation } as const;
      await store.openTicket({ ...gone, number: "LMG-26-000004-1", category: "data-delete", text: "" });
      const ended = await forgetChat(messaging, "LMG-26-000004-1", by(dina));
      expect((await textsTo(store, conversation)).join("\n")).toContain(OTHER);
      expect(JSON.stringify(ended)).not.toContain(OTHER);
    });
  });
}

it.each([
  ["webchat", "Zm9vYmFyMTIzNDU2Nzg5", { channel: "webchat" }],
  ["whatsapp", "6281234567890", { channel: "whatsapp", address: "…7890" }],
  ["whatsapp-web", "6281234567890@c.us", { channel: "whatsapp-web", address: "…7890" }],
  ["telegram", "5512345678", { channel: "telegram", address: "…5678" }],
])("a copy shows the address of a %s chat as it should", (channel, address, values) => {
  const contact = { channel, account: "a", address };
  const [, shown] = textsOf({ contact, said: [], answered: [], missed: [], tickets: [] }, "Asia/Jakarta");
  expect(shown).toEqual({ key: "address" in values ? "privacy.copyContact" : "privacy.copyChannel", values });
});

it("a copy cuts links and masks numbers in a message and in a report", () => {
  const words = "lihat https://x.example/n/abc123 NIK 3524010101909001";
  const ticket = {
    number: "LMG-26-000001-1",
    category: "other",
    state: "open",
    openedAt: 0,
    text: words,
    person: {},
    attachments: [],
  } as unknown as WithoutThread;
  const said = [{ at: 1, content: { type: "text" as const, text: words } }] as ChatContent["said"];
  const shown = JSON.stringify(
    textsOf({ contact: undefined, said, answered: [], missed: [], tickets: [ticket] }, "Asia/Jakarta"),
  );
  expect(shown.match(/https:\/\/x\.example[^ ]*/g)).toEqual(["https://x.example", "https://x.example"]);
  expect(shown).not.toContain("3524010101909001");
});

onBothStores(cases);
