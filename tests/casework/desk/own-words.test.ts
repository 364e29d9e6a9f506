import { describe, expect, it } from "vitest";
import { actOnTicket, openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../../src/casework/desk/amend.ts";
import { auditAct, revealNumbers } from "../../../src/casework/desk/reveal.ts";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import { OFFICER_ACTS, type OfficerAct } from "../../../src/vocabulary/acts.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";

const NIK = "3524015206799901";
const KK = "3524010101209902";
const AREA = "3524012001";
const officer = (id: string, rung: Officer["rung"], marks: Partial<Officer> = {}): Officer => ({
  ...{ id, name: `Ibu ${id}`, district: "lamongan", rung, areas: rung === "village" ? [AREA] : [] },
  ...{ sensitive: false, active: true },
  ...marks,
});
const DINA = officer("dina", "dinsos");
const MARTA = officer("marta", "dinsos", { sensitive: true });
const by = (one: Officer) => ({ officer: one, by: one.id });
const NUMBER = "LMG-26-000001-1";

async function opened(category: Category = "data-wrong") {
  const stage = await stages();
  const { store } = stage.messaging;
  for (const one of [DINA, MARTA, officer("sari", "village")]) await store.saveOfficer(one, null);
  const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
  const conversation = recorded?.conversation ?? "";
  const base = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {}, area: AREA } as const;
  await store.openTicket({ ...base, number: NUMBER, category, text: "data salah", conversation });
  return { ...stage, store, conversation };
}
let serial = 0;
const act = (type: OfficerAct, text: string, one = DINA) => {
  serial += 1;
  return { ...by(one), id: `own-words-${serial}`, type, text };
};

describe("numbers in an officer's own words", () => {
  it.each(OFFICER_ACTS)("in %s are masked in thread and chat, and revealed for a reason", async (type) => {
    const { messaging, store, conversation } = await opened();
    if (type === "proceed") await actOnTicket(messaging, NUMBER, act("ask", "RT berapa?"));
    const ticket = await actOnTicket(messaging, NUMBER, act(type, `sesuai NIK ${NIK} dan KK 3524 0101 0120 9902`));
    expect(JSON.stringify(ticket.events)).not.toMatch(/3524015206799901|3524 ?0101 ?0120 ?9902/);
    expect(ticket.mentioned.map(({ label, number }) => [label, number])).toEqual([
      ["nik", NIK],
      ["kk", KK],
    ]);
    const said = (await store.chatRecords(conversation)).answered.map(({ text }) => text).join();
    expect(said).not.toMatch(/3524015206799901|3524 ?0101 ?0120 ?9902/);
    const isInward = type === "note" || type === "proceed";
    expect(said.includes("••••••••••••••01")).toBe(!isInward);
    const revealed = await revealNumbers(messaging, NUMBER, { by: "operator:x" }, "cocokkan KTP");
    expect(revealed.mentioned.map(({ number }) => number)).toContain(NIK);
    expect(await store.auditEntries(1, 10)).toMatchObject([{ action: "reveal" }]);
  });

  it("in a counter ticket and in an amendment are masked", async () => {
    const { messaging, store } = await opened();
    const given = { district: "lamongan", category: "card", text: `KKS NIK ${NIK} hilang`, name: `Siti ${NIK}` };
    const { number } = await openCounterTicket(messaging, { ...given, key: "counter-1" }, by(DINA));
    expect(await store.ticket(number)).toMatchObject({
      text: "KKS NIK ••••••••••••••01 hilang",
      person: { name: "Siti ••••••••••••••01" },
      mentioned: [{ entry: "text", label: "nik", number: NIK }],
    });
    const now = { place: `rumah ${NIK}`, name: `Siti ${NIK}` };
    const amendment = { ...by(DINA), id: "amend-00001", reason: `menurut KTP ${NIK}`, now };
    const after = await amendTicket(messaging, NUMBER, amendment);
    expect(JSON.stringify([after.events, after.place, after.person])).not.toContain(NIK);
    expect(after.mentioned.map((one) => one.number)).toEqual([NIK]);
    expect(await amendTicket(messaging, NUMBER, amendment), "repeated").toEqual(after);
  });

  it("in a reason are masked in the audit chain", async () => {
    const { messaging, store } = await opened();
    await auditAct(messaging, { actor: "dina", action: "reveal", subject: NUMBER, reason: `KTP ${NIK}` });
    expect(JSON.stringify(await store.auditEntries(1, 10))).not.toContain(NIK);
  });
});

describe("accusations in an officer's own words", () => {
  it.each(OFFICER_ACTS)("in %s make the ticket confidential", async (type) => {
    const { messaging } = await opened();
    if (type === "proceed") await actOnTicket(messaging, NUMBER, act("ask", "RT berapa?"));
    const ticket = await actOnTicket(messaging, NUMBER, act(type, "warga bilang bansos dipotong pak kades 200 ribu"));
    expect(ticket.sensitive).toBe(true);
  });

  it("bar the officer whose office they accuse, and harmless words change nothing", async () => {
    const { messaging } = await opened();
    expect(await actOnTicket(messaging, NUMBER, act("note", "sudah dicek ke bank"))).toMatchObject({
      sensitive: false,
    });
    const raised = await actOnTicket(messaging, NUMBER, act("note", "operator desa memotong uang warga"));
    expect(raised).toMatchObject({ sensitive: true, barred: ["sari"] });
  });

  it("in a reason to amend make the ticket confidential, but not in a reason to make it open again", async () => {
    const { messaging } = await opened();
    const reason = "bansos dipotong pak kades";
    const raised = await amendTicket(messaging, NUMBER, {
      ...by(DINA),
      id: "amend-00003",
      reason,
      now: { place: "x" },
    });
    expect(raised.sensitive).toBe(true);
    const now = { sensitive: false };
    const lowered = await amendTicket(messaging, NUMBER, { ...by(MARTA), id: "amend-00004", reason, now });
    expect(lowered.sensitive).toBe(false);
  });
});

it.each([{ place: " " }, { name: "\u200b" }])("an amendment to an empty value is refused: %j", async (now) => {
  const { messaging } = await opened();
  const amendment = { ...by(DINA), id: "amend-00002", reason: "salah tulis", now };
  const [field] = Object.keys(now);
  await expect(amendTicket(messaging, NUMBER, amendment)).rejects.toMatchObject({ details: { field } });
});

it("a counter ticket about violence keeps no word and no number", async () => {
  const { messaging, store } = await opened();
  const text = `dipukul suami, NIK ${NIK}`;
  const given = { district: "lamongan", category: "violence", text, key: "counter-2" };
  const { number } = await openCounterTicket(messaging, given, by(DINA));
  expect(await store.ticket(number)).toMatchObject({ text: "", mentioned: [], category: "violence" });
  expect(JSON.stringify(await store.ticket(number))).not.toMatch(/dipukul|3524015206799901/);
});

it("the gaps name an officer with a reserved id", async () => {
  const { messaging, store } = await opened();
  await store.saveOfficer(officer("operator", "dinsos"), null);
  expect((await findGaps(messaging)).map(({ gap }) => gap).join()).toMatch(/operator: this name/);
});
