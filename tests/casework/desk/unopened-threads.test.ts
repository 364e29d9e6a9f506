import { expect, it } from "vitest";
import { actOnTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../../src/casework/desk/amend.ts";
import { assignTicket, giveTicket } from "../../../src/casework/desk/assign.ts";
import { sendNotices } from "../../../src/casework/desk/notices.ts";
import { endPart, shareTicket } from "../../../src/casework/desk/parts.ts";
import { remindCitizen } from "../../../src/casework/desk/remind-citizen.ts";
import { remindOfficers } from "../../../src/casework/desk/remind-officers.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import { inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";

const NUMBER = "LMG-26-000001-1";
const AREA = "3524012001";
const DAY = 86_400_000;
const officer = (id: string, rung: Officer["rung"]): Officer => ({
  ...{ id, name: `Ibu ${id}`, district: "lamongan", rung, areas: rung === "village" ? [AREA] : [] },
  ...{ sensitive: false, active: true },
});

it("acts, reminders and assignments open no thread", async () => {
  const { messaging } = await stages();
  const { store } = messaging;
  const [dina, sari, budi] = [officer("dina", "dinsos"), officer("sari", "village"), officer("budi", "disdukcapil")];
  for (const one of [dina, sari, budi]) await store.saveOfficer(one, null);
  const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
  const conversation = recorded?.conversation ?? "";
  const openedAt = Date.now() - 60 * DAY;
  const draft = { district: "lamongan", locale: "id", openedAt, person: {}, area: AREA, text: "data salah" } as const;
  await store.openTicket({ ...draft, number: NUMBER, category: "data-wrong", conversation });
  const opened: string[] = [];
  const desk = {
    ...messaging,
    quietUntil: (now: number) => now, // no quiet hours
    store: {
      ...store,
      ticket: (number: string) => {
        opened.push("ticket");
        return store.ticket(number);
      },
      thread: (...asked: Parameters<typeof store.thread>) => {
        opened.push("thread");
        return store.thread(...asked);
      },
    },
  };
  const by = { officer: dina, by: "dina" };
  await assignTicket(desk, NUMBER);
  await remindOfficers(desk, NUMBER);
  await sendNotices(desk, NUMBER);
  await giveTicket(desk, NUMBER, "dina", by);
  const shared = { ...by, id: "unopened-1", office: "disdukcapil", text: "periksa", to: "budi" };
  for (const _ of ["once", "again"]) await shareTicket(desk, NUMBER, shared);
  const ended = { ...by, id: "unopened-2", office: "disdukcapil", text: "sudah", outcome: "done" };
  for (const _ of ["once", "again"]) await endPart(desk, NUMBER, ended);
  const act = { ...by, type: "answer" as const, id: "unopened-3", text: "sedang kami periksa" };
  for (const _ of ["once", "again"]) await actOnTicket(desk, NUMBER, act);
  await actOnTicket(desk, NUMBER, { ...act, type: "ask", id: "unopened-4", text: "RT berapa?" });
  await remindCitizen(desk, NUMBER);
  await actOnTicket(desk, NUMBER, { ...act, type: "proceed", id: "unopened-5", text: "tanpa jawaban" });
  const amendment = { ...by, id: "unopened-6", reason: "salah tulis", now: { place: "pasar" } };
  for (const _ of ["once", "again"]) await amendTicket(desk, NUMBER, amendment);
  await actOnTicket(desk, NUMBER, { ...act, type: "close", id: "unopened-7", text: "sudah beres" });
  expect(opened).toEqual([]);
  const types = (await store.ticket(NUMBER))?.events.map(({ type }) => type) ?? [];
  expect(types).toEqual(expect.arrayContaining(["remind", "assign", "share"]));
  const once = ["end-part", "answer", "ask", "proceed", "amend", "close"];
  expect(types.filter((type) => once.includes(type))).toEqual(once);
});
