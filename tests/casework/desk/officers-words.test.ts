import { describe, expect, it } from "vitest";
import { actOnTicket, openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../../src/casework/desk/amend.ts";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import { dangerNotice, noticeOnCounterTicket } from "../../../src/casework/desk/officer-words.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { stages } from "../../support/messaging.ts";

const AREA = "3524012001";
const NUMBER = "LMG-26-000001-1";
const officer = (id: string, name: string, rung: Officer["rung"], marks: Partial<Officer> = {}): Officer => ({
  ...{ id, name, district: "lamongan", rung, areas: rung === "village" ? [AREA] : [] },
  ...{ sensitive: false, active: true },
  ...marks,
});
const SARI = officer("sari", "Sari Wulan", "village");
const TONO = officer("tono", "Tono Hartono", "tksk", { areas: [AREA.slice(0, 6)] });
const DINA = officer("dina", "Dina Kartika", "dinsos");
const MARTA = officer("marta", "Marta Sihombing", "dinsos", { sensitive: true });
const UGI = officer("ugi", "Ugi Santoso", "dinsos", { urgent: true });
const SUSI = officer("susi", "Susi Rahayu", "dinsos", { survivor: true });
const ALL = [SARI, TONO, DINA, MARTA, UGI, SUSI];
const by = (one: Officer) => ({ officer: one, by: one.id });

async function withStaff(staff: readonly Officer[] = ALL) {
  const alarms: object[] = [];
  const log = (_: string, fields: Record<string, unknown>) => void (fields.alarm && alarms.push(fields));
  const { messaging } = await stages({ log });
  for (const one of staff) await messaging.store.saveOfficer(one);
  return { messaging, store: messaging.store, alarms };
}
type Stage = Awaited<ReturnType<typeof withStaff>>;

async function held({ messaging, store }: Stage, category: Category = "data-wrong") {
  const about = { number: NUMBER, district: "lamongan", category, text: "data salah", person: {}, area: AREA };
  await store.openTicket({ ...about, locale: "id", openedAt: Date.now() });
  await assignTicket(messaging, NUMBER);
  expect(await store.ticket(NUMBER)).toMatchObject({ officer: "sari" });
}
const counter = ({ messaging }: Stage, text: string, one: Officer, category: Category = "other") =>
  openCounterTicket(messaging, { district: "lamongan", category, text, area: AREA, key: "counter-1" }, by(one));

const VIOLENCE = ["saya diperkosa tetangga", "suami memukuli saya setiap malam"];
const SELF_HARM = "saya ingin bunuh diri saja";

describe("violence and self-harm in words that an officer writes", () => {
  it.each(
    VIOLENCE.flatMap((text) => (["other", "data-correct", "urgent", "urgent-private"] as const).map((c) => [text, c])),
  )("%s at the counter as %s: no word is kept and the marked officer gets the ticket", async (text, category) => {
    const stage = await withStaff();
    const { number } = await counter(stage, text as string, TONO, category as Category);
    await assignTicket(stage.messaging, number);
    const ticket = await stage.store.ticket(number);
    expect(ticket).toMatchObject({ category: "violence", kind: "urgent", text: "", officer: "susi" });
    expect(JSON.stringify(ticket)).not.toMatch(/diperkosa|memukuli/);
    expect(ticket && noticeOnCounterTicket(ticket, category as string)).toEqual({ key: "casework.nowViolence" });
  });

  it("self-harm at the counter: the officer marked for danger gets the ticket with its words", async () => {
    const stage = await withStaff();
    const { number } = await counter(stage, SELF_HARM, SARI);
    await assignTicket(stage.messaging, number);
    const ticket = await stage.store.ticket(number);
    expect(ticket).toMatchObject({ category: "urgent-private", text: SELF_HARM, officer: "ugi" });
    expect(ticket && noticeOnCounterTicket(ticket, "other")).toEqual({ key: "casework.nowPrivate" });
  });

  it("violence that the counter files under `officer-conduct`: the ticket is confidential too", async () => {
    const stage = await withStaff();
    const { number } = await counter(stage, "saya diperkosa tetangga", SARI, "officer-conduct");
    expect(await stage.store.ticket(number)).toMatchObject({ category: "violence", sensitive: true, text: "" });
  });

  it.each(["note", "answer", "ask", "close"] as const)("%s: the ticket leaves the village officer", async (type) => {
    const stage = await withStaff();
    await held(stage);
    const act = { ...by(SARI), id: "act-00001", type, text: "warga cerita: suami memukuli saya setiap malam" };
    const ticket = await actOnTicket(stage.messaging, NUMBER, act);
    expect(ticket).toMatchObject({ category: "violence", kind: "urgent" });
    expect(ticket.officer).toBeUndefined();
    expect(dangerNotice(ticket, act, act.id)).toEqual({ key: "casework.nowViolence" });
    if (type === "note") expect(JSON.stringify(ticket)).not.toContain("memukuli");
    await assignTicket(stage.messaging, NUMBER);
    if (type !== "close") expect(await stage.store.ticket(NUMBER)).toMatchObject({ officer: "susi" });
  });

  it("violence in a reason to amend moves the ticket to the lane `survivor`; the reason of a marked officer who takes it out does not", async () => {
    const stage = await withStaff();
    await held(stage);
    const reason = "suami memukuli saya setiap malam, katanya";
    const amendment = { ...by(SARI), id: "amend-00001", reason, now: { place: "dusun Krajan" } };
    const raised = await amendTicket(stage.messaging, NUMBER, amendment);
    expect(raised).toMatchObject({ category: "violence" });
    expect(JSON.stringify(raised)).not.toContain("memukuli");
    const back = { ...by(SUSI), id: "amend-00002", reason, now: { category: "other" as const } };
    const moved = await amendTicket(stage.messaging, NUMBER, back);
    expect(moved).toMatchObject({ category: "other", sensitive: true });
  });

  it.each<Category>(["other", "urgent-private", "cut"])(
    "a reason to take a ticket out of `violence` to %s is not kept, and its author reads so",
    async (category) => {
      const stage = await withStaff();
      const { number } = await counter(stage, VIOLENCE[0] ?? "", SARI);
      const amendment = { ...by(SUSI), id: "amend-00001", reason: VIOLENCE[1] ?? "" };
      const stayed = await amendTicket(stage.messaging, number, { ...amendment, now: { place: "dusun Krajan" } });
      expect(stayed.events.at(-1)).toMatchObject({ type: "amend", text: VIOLENCE[1] });
      const leaving = { ...amendment, id: "amend-00002", reason: `bukan, ${VIOLENCE[1]}`, now: { category } };
      const moved = await amendTicket(stage.messaging, number, leaving);
      expect(moved).toMatchObject({ category });
      expect(moved.events.at(-1)).toMatchObject({ type: "amend", text: "" });
      expect(dangerNotice(moved, leaving, leaving.id)).toEqual({ key: "casework.noteNotKept" });
    },
  );

  it("a ticket that marked officers read already stays in its lane", async () => {
    const stage = await withStaff();
    const { number } = await counter(stage, SELF_HARM, UGI, "urgent-private");
    const act = { ...by(UGI), id: "act-00001", type: "note" as const, text: VIOLENCE[1] ?? "" };
    expect(await actOnTicket(stage.messaging, number, act)).toMatchObject({ category: "urgent-private" });
  });

  it.each(["note", "amend"] as const)(
    "an inward %s about violence is not kept in a ticket for readers without the mark `survivor`",
    async (type) => {
      const stage = await withStaff();
      const { number } = await counter(stage, SELF_HARM, UGI, "urgent-private");
      const text = `${VIOLENCE[1]}, NIK 3524015206799901`;
      const act = { ...by(UGI), id: "act-00001" };
      const ticket =
        type === "note"
          ? await actOnTicket(stage.messaging, number, { ...act, type, text })
          : await amendTicket(stage.messaging, number, { ...act, reason: text, now: { place: "dusun Krajan" } });
      expect(ticket).toMatchObject({ category: "urgent-private", text: SELF_HARM, mentioned: [] });
      expect(JSON.stringify(await stage.store.ticket(number))).not.toMatch(/memukuli|9901/);
      expect(dangerNotice(ticket, act, act.id)).toEqual({ key: "casework.noteNotKept" });
    },
  );

  it("an inward note about violence is kept if each reader has the mark `survivor`", async () => {
    const stage = await withStaff();
    const { number } = await counter(stage, VIOLENCE[0] ?? "", SARI);
    const act = { ...by(SUSI), id: "act-00001", type: "note" as const, text: VIOLENCE[1] ?? "" };
    const ticket = await actOnTicket(stage.messaging, number, act);
    expect(ticket.events.at(-1)).toMatchObject({ type: "note", text: VIOLENCE[1] });
    expect(dangerNotice(ticket, act, act.id)).toBeUndefined();
  });
});

describe("what a village officer may not do, and the Dinsos may", () => {
  it.each<Category>(["violence", "urgent-private", "officer-conduct", "cut"])(
    "a village officer cannot amend a ticket to %s; the Dinsos can if some active officer may read tickets of that category",
    async (category) => {
      const stage = await withStaff();
      await held(stage);
      const amendment = { id: "amend-00001", reason: "salah pilih jenis", now: { category } };
      await expect(amendTicket(stage.messaging, NUMBER, { ...amendment, ...by(SARI) })).rejects.toMatchObject({
        code: "ASK_DINSOS",
      });
      expect(await stage.store.ticket(NUMBER)).toMatchObject({ category: "data-wrong", officer: "sari" });
      for (const one of [MARTA, UGI, SUSI]) await stage.store.saveOfficer({ ...one, active: false });
      await expect(amendTicket(stage.messaging, NUMBER, { ...amendment, ...by(DINA) })).rejects.toMatchObject({
        code: "NOBODY_READS",
      });
      for (const one of [MARTA, UGI, SUSI]) await stage.store.saveOfficer(one);
      expect(await amendTicket(stage.messaging, NUMBER, { ...amendment, ...by(DINA) })).toMatchObject({ category });
    },
  );

  const BLAME = "Bu Marta Sihombing minta uang 100 ribu";
  it("a village officer's accusing note bars no officer of the Dinsos, and operators hear the ticket's number", async () => {
    const stage = await withStaff();
    await held(stage);
    const act = { ...by(SARI), id: "act-00001", type: "note" as const, text: BLAME };
    const ticket = await actOnTicket(stage.messaging, NUMBER, act);
    expect([ticket.sensitive, ticket.barred ?? []]).toEqual([true, []]);
    expect(stage.alarms).toContainEqual({ alarm: "named", ticket: NUMBER, district: "lamongan" });
  });

  it.each<Category>(["other", "data-correct"])(
    "a village officer's accusation at the counter as %s bars no officer of the Dinsos",
    async (category) => {
      const stage = await withStaff();
      const ticket = await counter(stage, BLAME, SARI, category);
      expect([ticket.sensitive, ticket.barred ?? []]).toEqual([true, []]);
      expect(stage.alarms).toContainEqual({ alarm: "named", ticket: ticket.number, district: "lamongan" });
    },
  );

  it("an accusation that an officer of the Dinsos writes bars the colleague", async () => {
    const stage = await withStaff();
    await held(stage);
    const act = { ...by(DINA), id: "act-00001", type: "note" as const, text: BLAME };
    expect(await actOnTicket(stage.messaging, NUMBER, act)).toMatchObject({ sensitive: true, barred: ["marta"] });
  });
});
