import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TicketDraft } from "../../src/casework/ticket.ts";
import { type Call, startApi } from "../support/api.ts";
import { inbound, someone } from "../support/messages.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi([
    officerOf("village", { id: "sari", name: "Sari" }),
    officerOf("companion", { id: "rini", name: "Rini" }),
    officerOf("dinsos", { id: "dina", name: "Dina" }),
    officerOf("dinsos", { id: "marta", name: "Marta", sensitive: true }),
  ]));
});
afterAll(() => service.close());

const ELSEWHERE = "3524012002";
let count = 0;
const id = () => `stale-${String(++count).padStart(5, "0")}`;

async function held(to = "sari"): Promise<{ number: string; version: number }> {
  const given = { id: id(), by: "loket", district: "lamongan", category: "card", text: "KKS hilang", area: VILLAGE };
  const { number } = (await call("operator", "/tickets", given)).body as { number: string };
  await call("operator", `/tickets/${number}/transfer`, { by: "loket", to });
  const { version } = (await call(to, `/tickets/${number}`)).body as { version: number };
  return { number, version };
}

describe("an act that carries the version its officer saw", () => {
  it.each<{ path: string; body: () => object }>([
    { path: "note", body: () => ({ id: id(), text: "catatan" }) },
    { path: "answer", body: () => ({ id: id(), text: "sudah kami cek" }) },
    { path: "close", body: () => ({ id: id(), text: "selesai" }) },
    { path: "amend", body: () => ({ id: id(), reason: "salah tempat", place: "RT 3" }) },
    { path: "transfer", body: () => ({ to: "dina" }) },
  ])("is refused by $path when it is late, with the newer events, and done with the present version", async (one) => {
    const { number, version } = await held();
    const noted = await call("dina", `/tickets/${number}/note`, {
      id: id(),
      text: "sudah saya telepon",
      expect: version,
    });
    expect(noted).toMatchObject({ status: 200, body: { version: version + 1 } });
    const late = await call("sari", `/tickets/${number}/${one.path}`, { ...one.body(), expect: version });
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: "STALE",
        version: version + 1,
        since: [{ by: "dina", type: "note", at: expect.any(Number) }],
      },
    });
    expect(JSON.stringify(late.body)).not.toContain("telepon");
    const done = await call("sari", `/tickets/${number}/${one.path}`, { ...one.body(), expect: version + 1 });
    expect(done.status).toBe(200);
  });

  it("refuses a late take with 409 while its officer may still see the ticket", async () => {
    const { number, version } = await held();
    await call("dina", `/tickets/${number}/transfer`, { to: "dina", expect: version });
    const late = await call("sari", `/tickets/${number}/take`, { expect: version });
    const now = (await call("sari", `/tickets/${number}`)).body.version as number;
    expect(now).toBeGreaterThan(version);
    expect(late).toMatchObject({
      status: 409,
      body: { code: "STALE", version: now, since: [{ by: "dina", type: "assign" }] },
    });
    const list = await call("dina", "/tickets?district=lamongan");
    const { tickets } = list.body as { tickets: { number: string; version: number }[] };
    expect(tickets.find((row) => row.number === number)?.version).toBe(now);
    expect((await call("sari", `/tickets/${number}/take`, { expect: now })).body).toMatchObject({
      code: "TICKET_TAKEN",
    });
  });

  it.each<{ how: string; path: string; act: () => object; taker: string }>([
    {
      how: "was corrected to another village",
      path: "amend",
      act: () => ({ id: id(), reason: "salah desa", area: ELSEWHERE }),
      taker: "sari",
    },
    {
      how: "was taken out of their lane",
      path: "amend",
      act: () => ({ id: id(), reason: "menyangkut perangkat desa", sensitive: true }),
      taker: "sari",
    },
    {
      how: "was given to somebody else, of one who sees only what they hold",
      path: "transfer",
      act: () => ({ to: "dina" }),
      taker: "rini",
    },
  ])("refuses a late take with 404 if the ticket $how", async ({ path, act, taker }) => {
    const { number } = await held(taker);
    const { version } = (await call(taker, `/tickets/${number}`)).body as { version: number };
    expect((await call("dina", `/tickets/${number}/${path}`, act())).status).toBe(200);
    const late = await call(taker, `/tickets/${number}/take`, { expect: version });
    expect([late.status, Object.keys(late.body).sort()]).toEqual([404, ["code", "message"]]);
    expect(late.body.code).toBe("TICKET_UNKNOWN");
  });

  it("gets 404 if its officer no longer sees the ticket", async () => {
    const { number, version } = await held();
    const raised = { id: id(), reason: "menyangkut perangkat desa", sensitive: true };
    expect((await call("dina", `/tickets/${number}/amend`, raised)).status).toBe(200);
    const late = await call("sari", `/tickets/${number}/note`, { id: id(), text: "catatan", expect: version });
    expect([late.status, Object.keys(late.body as object).sort()]).toEqual([404, ["code", "message"]]);
  });

  it("gets its answer again under its id, and another act under this id is refused first", async () => {
    const { number, version } = await held();
    const act = { id: id(), text: "NIK 3524015206799901 sudah dicek", expect: version };
    expect((await call("sari", `/tickets/${number}/note`, act)).status).toBe(200);
    expect(await call("sari", `/tickets/${number}/note`, act)).toMatchObject({
      status: 200,
      body: { version: version + 1 },
    });
    const other = { ...act, text: "NIK 3524015206799902 sudah dicek" };
    expect(await call("sari", `/tickets/${number}/note`, other)).toMatchObject({
      status: 409,
      body: { code: "ID_REUSED" },
    });
  });
});

describe("the fulfilment of a request for one's own data", () => {
  async function requested(category: TicketDraft["category"]) {
    const { store } = service.runtime;
    const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
    const conversation = recorded?.conversation ?? "";
    count += 1;
    const number = `LMG-26-${String(900_000 + count)}-1`;
    const about = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {}, text: "" };
    await store.openTicket({ ...about, number, category, conversation });
    await call("operator", `/tickets/${number}/transfer`, { by: "loket", to: "dina" });
    const { version } = (await call("dina", `/tickets/${number}`)).body as { version: number };
    return { number, version, conversation };
  }

  it.each<{ path: string; category: TicketDraft["category"] }>([
    { path: "export", category: "data-copy" },
    { path: "forget", category: "data-delete" },
    { path: "withdraw", category: "consent-withdraw" },
  ])("by $path is refused when it is late, but a repeat of a done act is not", async (one) => {
    const { store } = service.runtime;
    const { number, version, conversation } = await requested(one.category);
    const act = `/tickets/${number}/${one.path}`;
    const noted = await call("marta", `/tickets/${number}/note`, { id: id(), text: "warga ragu" });
    expect(noted).toMatchObject({ status: 200, body: { version: version + 1 } });
    const audited = async () => (await store.auditEntries(1, 99)).filter(({ subject }) => subject === number);
    const late = await call("dina", act, { expect: version });
    expect(late).toMatchObject({
      status: 409,
      body: { code: "STALE", version: version + 1, since: [{ by: "marta", type: "note" }] },
    });
    expect(JSON.stringify(late.body)).not.toContain("ragu");
    expect((await store.ticket(number))?.state).not.toBe("closed");
    expect(await audited()).toEqual([]);
    const { said, answered } = await store.chatRecords(conversation);
    expect([said.length, answered.filter(({ text }) => text.includes("Chat lewat"))]).toEqual([1, []]);
    expect((await store.forgottenChats(99)).map((chat) => chat.conversation)).not.toContain(conversation);
    const done = await call("dina", act, { expect: version + 1 });
    expect(done).toMatchObject({ status: 200, body: { state: "closed" } });
    expect(await audited()).toHaveLength(1);
    const again = await call("dina", act, { expect: version });
    expect(again, "a repeat is never late").toMatchObject({ status: 200, body: { state: "closed" } });
    expect(await audited()).toHaveLength(1);
  });

  it("gets 404 for an officer without sight of the ticket, even if the act is late", async () => {
    const { number, version } = await requested("data-delete");
    for (const path of ["export", "forget", "withdraw"])
      expect(await call("sari", `/tickets/${number}/${path}`, { expect: version + 1 })).toMatchObject({
        status: 404,
        body: { code: "TICKET_UNKNOWN" },
      });
  });
});
