import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import type { TicketDraft } from "../../src/casework/ticket.ts";
import { type Call, startApi } from "../support/api.ts";
import { inbound, someone } from "../support/messages.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const OFFICERS: Officer[] = [
  officerOf("village"),
  officerOf("dinsos"),
  officerOf("disdukcapil", { name: "Pak Dodi" }),
  officerOf("disdukcapil", { id: "sri", name: "Bu Sri" }),
  officerOf("disdukcapil", { id: "far", areas: ["352402"] }),
];

const CITIZEN = someone("warga");
let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
let conversation: string;
let serial = 0;
beforeAll(async () => {
  ({ service, call } = await startApi(OFFICERS));
  const { store } = service.runtime;
  const [recorded] = await store.recordInbound([inbound(CITIZEN, "halo")]);
  conversation = recorded?.conversation ?? "";
});
afterAll(() => service.close());

async function held(more: Partial<TicketDraft> = {}): Promise<string> {
  serial += 1;
  const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
  const about = { district: "lamongan", category: "card" as const, text: "kartu", person: {}, locale: "id" };
  const { store } = service.runtime;
  await store.openTicket({ ...about, number, openedAt: Date.now(), area: VILLAGE, conversation, ...more });
  const to = { type: "assign" as const, id: "r0", at: Date.now(), by: "system", text: "", officer: "village", seen: 0 };
  await store.changeTicket(number, to);
  return number;
}

let act = 0;
const does = async (who: string, number: string, path: string, body: object = {}) => {
  act += 1;
  return call(who, `/tickets/${number}/${path}`, { id: `act-${String(act).padStart(6, "0")}`, ...body });
};
const share = (who: string, number: string, more: object = {}) =>
  does(who, number, "share", { office: "disdukcapil", text: "tolong padankan datanya", ...more });
const told = async (number: string): Promise<string[]> => {
  const history = await service.runtime.store.history(CITIZEN, 200);
  return history.map(({ text }) => text).filter((text) => text.includes(number));
};

describe("a part of a ticket", () => {
  it("goes to an office's officer, who sees the ticket and ends the part; only then the ticket can end", async () => {
    const number = await held();
    expect((await call("disdukcapil", `/tickets/${number}`)).status).toBe(404);
    const { status, body } = await share("village", number);
    expect([status, body.parts]).toMatchObject([200, [{ no: 1, office: "disdukcapil", phase: "new" }]]);
    const { officer: holder = "" } = (body.parts as { officer?: string }[])[0] ?? {};
    const other = holder === "sri" ? "disdukcapil" : "sri";
    expect(["sri", "disdukcapil"]).toContain(holder);
    expect((await call("far", `/tickets/${number}`)).status, "not of another place").toBe(404);
    const listed = await call(holder, `/parts?office=disdukcapil&officer=${holder}`);
    expect((listed.body.tickets as { number: string }[]).map((one) => one.number)).toContain(number);
    expect((await does("village", number, "close", { text: "selesai" })).body).toMatchObject({ code: "PART_OPEN" });
    expect((await does(other, number, "end-part", { text: "sudah", outcome: "done" })).status).toBe(403);
    expect((await does("village", number, "end-part", { text: "sudah cukup lama" })).status).toBe(403);
    expect((await does(holder, number, "answer", { text: "Sedang kami cek." })).status).toBe(200);
    expect((await does(holder, number, "close", { text: "selesai" })).status, "not the ticket").toBe(403);
    expect((await does(holder, number, "end-part", { text: "sudah" })).body).toMatchObject({ field: "outcome" });
    const ended = await does(holder, number, "end-part", { text: "NIK sudah padan", outcome: "done" });
    expect(Object.keys(ended.body).sort(), "it is done, and out of sight").toEqual(["notice", "number"]);
    expect((await call(holder, `/tickets/${number}`)).status).toBe(404);
    expect((await does("village", number, "end-part", { text: "sekali lagi" })).status).toBe(403);
    expect((await does("dinsos", number, "end-part", { text: "sekali lagi" })).body).toMatchObject({ code: "NO_PART" });
    expect((await does("village", number, "close", { text: "selesai" })).status).toBe(200);
    const { parts } = (await call("village", `/tickets/${number}`)).body;
    expect(parts).toMatchObject([{ phase: "solved", outcome: "done" }]);
  });

  it("gives its citizen a sentence when it begins and when it ends, without the officers' words", async () => {
    const number = await held();
    await share("village", number);
    await does("dinsos", number, "end-part", { text: "NIK sudah padan", outcome: "done" });
    const texts = (await told(number)).filter((one) => one.includes("Dukcapil"));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain("teruskan juga ke Dinas Kependudukan");
    expect(texts[1]).toContain("NIK sudah padan");
    expect(texts.join()).not.toContain("tolong padankan");
  });

  it("is taken back by the Dinsos with a reason, which the citizen does not read", async () => {
    const number = await held();
    await share("village", number);
    const before = (await told(number)).length;
    expect((await does("dinsos", number, "end-part", { text: "ok" })).body).toMatchObject({ code: "NO_REASON" });
    const { body } = await does("dinsos", number, "end-part", { text: "tidak perlu lagi" });
    expect(body.parts).toMatchObject([{ phase: "closed", outcome: "ended" }]);
    const [said, ...more] = (await told(number)).slice(before);
    expect(more).toEqual([]);
    expect(said).toContain("Dukcapil");
    expect(said).not.toContain("tidak perlu lagi");
  });

  it("of an office without an officer: the answer says so, and names the commands that help", async () => {
    const { store } = service.runtime;
    const theirs = OFFICERS.filter(({ rung }) => rung === "disdukcapil");
    for (const one of theirs) await store.saveOfficer({ ...one, active: false });
    const number = await held();
    const { body } = await share("village", number);
    for (const one of theirs) await store.saveOfficer(one);
    expect(body.parts).toMatchObject([{ office: "disdukcapil", phase: "new" }]);
    expect(body.notice).toMatch(/^Di Dinas Kependudukan.* tidak ada yang diberi tahu/);
    expect(body.notice).toContain("sapa staff add OFFICER --district lamongan --name NAME --rung disdukcapil");
    expect(body.notice).toContain(`sapa tickets share ${number} disdukcapil TASK --to OFFICER`);
  });

  it("is passed to another officer of the office, and given once", async () => {
    const number = await held();
    await share("village", number, { to: "disdukcapil" });
    expect((await share("village", number)).body).toMatchObject({ code: "BAD_REQUEST", field: "office" });
    expect((await share("village", number, { to: "far" })).status).toBe(403);
    expect((await share("village", number, { to: "dinsos" })).body).toMatchObject({ field: "to" });
    const { body } = await share("dinsos", number, { to: "sri" });
    expect(body.parts).toMatchObject([{ no: 1, officer: "sri" }]);
    expect(body.notice).toBe("Pesan dari sini tidak sampai ke Bu Sri: beri tahu sendiri.");
    expect((await call("disdukcapil", `/tickets/${number}`)).status, "still one of the office").toBe(200);
    expect((await does("disdukcapil", number, "answer", { text: "kami cek" })).status).toBe(403);
    const given = await does("dinsos", number, "transfer", { to: "disdukcapil" });
    expect(given.body.notice).toContain("tidak sampai ke Pak Dodi");
  });

  it("is repeated under the same id, and another act under this id is refused", async () => {
    const number = await held();
    const id = "act-the-same";
    const first = await share("village", number, { id });
    const again = await share("village", number, { id });
    expect([again.status, again.body.parts]).toEqual([200, first.body.parts]);
    expect((await share("village", number, { id, text: "lain" })).body).toMatchObject({ code: "ID_REUSED" });
    const { version } = (await call("village", `/tickets/${number}`)).body;
    expect((await share("village", number, { office: "dinsos", expect: 1 })).body).toMatchObject({ code: "STALE" });
    expect((await share("village", number, { office: "dinsos", expect: version })).status).toBe(200);
  });

  it("is refused for a ticket that few may read, and for a kind without offices", async () => {
    for (const category of ["officer-conduct", "data-copy", "urgent", "violence"] as const) {
      const number = await held({ category });
      const { status, body } = await share("operator", number, { by: "dewi" });
      expect([category, status, body.field ?? body.code]).toEqual(
        category === "violence" ? [category, 404, "TICKET_UNKNOWN"] : [category, 400, "office"],
      );
    }
  });

  it("masks the numbers in its words, and finds an accusation in them", async () => {
    const number = await held();
    const { body } = await share("village", number, { text: "NIK 3524015206799901 tidak padan" });
    expect(body.added).toMatchObject([{ type: "share", text: expect.stringContaining("tidak padan") }]);
    expect(JSON.stringify(body)).not.toContain("3524015206799901");
    const accused = await held();
    const { body: after } = await share("village", accused, { text: "pak kades minta uang seratus ribu ke warga ini" });
    expect(Object.keys(after)).toEqual(["number", "notice"]);
    const ticket = await service.runtime.store.ticket(accused);
    expect([ticket?.sensitive, ticket?.parts.map(({ outcome }) => outcome)]).toEqual([true, ["out-of-sight"]]);
    expect((await call("disdukcapil", `/tickets/${accused}`)).status).toBe(404);
  });
});
