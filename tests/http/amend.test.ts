import { afterAll, beforeAll, expect, it } from "vitest";
import { type Call, startApi } from "../support/api.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";
import { ticketsIn } from "../support/tickets.ts";

const NIK = "3524015206799901";
const OTHER = "3524022001";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi([
    officerOf("village", { id: "sari", name: "Sari" }),
    officerOf("village", { id: "budi", name: "Budi", areas: [OTHER] }),
    officerOf("dinsos", { id: "dina", name: "Dina" }),
    officerOf("dinsos", { id: "marta", name: "Marta", sensitive: true }),
    officerOf("dinsos", { id: "ugi", name: "Ugi", urgent: true }),
    officerOf("dinsos", { id: "susi", name: "Susi", survivor: true }),
  ]));
});
afterAll(() => service.close());

let serial = 0;
const amend = (id: string, number: string, more: object) => {
  serial += 1;
  return call(id, `/tickets/${number}/amend`, { id: `amend-${serial}-00`, reason: "salah dipilih warga", ...more });
};
async function ticket(more: object = {}): Promise<string> {
  serial += 1;
  const given = {
    id: `counter-${serial}-0`,
    district: "lamongan",
    category: "card",
    text: "KKS hilang",
    area: VILLAGE,
  };
  const { number } = (await call("operator", "/tickets", { ...given, ...more })).body as { number: string };
  await expect
    .poll(async () => (await service.runtime.store.ticket(number))?.officer, { timeout: 5_000 })
    .toBeDefined();
  return number;
}
const holderOf = (number: string) => async () => (await service.runtime.store.ticket(number))?.officer;

it("another place moves the ticket to that place's officer; the former assignee sees only that the act is done", async () => {
  const number = await ticket();
  expect(await amend("sari", number, { area: OTHER })).toEqual({
    status: 200,
    body: { number, notice: expect.stringContaining("Sudah dilakukan") },
  });
  await expect.poll(holderOf(number), { timeout: 5_000 }).toBe("budi");
  expect((await call("sari", `/tickets/${number}`)).status).toBe(404);
  const { body } = await call("budi", `/tickets/${number}`);
  expect((body.events as object[]).find((event) => (event as { type: string }).type === "amend")).toMatchObject({
    by: "sari",
    text: "salah dipilih warga",
    was: { area: VILLAGE },
    now: { area: OTHER },
  });
  const list = await ticketsIn(service.runtime.store, { area: OTHER });
  expect(list.map((one) => one.number)).toContain(number);
});

it("another category gives the ticket its own clock and list", async () => {
  const number = await ticket();
  const before = (await service.runtime.store.ticket(number))?.resolveBy ?? 0;
  const { status, body } = await amend("sari", number, { category: "quality" });
  expect([status, body.category]).toEqual([200, "quality"]);
  expect(body.resolveBy).toBeGreaterThan(before);
  const list = await ticketsIn(service.runtime.store, { category: "quality" });
  expect(list.map((one) => one.number)).toContain(number);
});

it("a corrected number finds the person, and the thread shows only its end", async () => {
  const number = await ticket();
  const { status, body } = await amend("sari", number, { nik: NIK });
  expect([status, body.person]).toEqual([200, { hasNik: true, hasKk: false, name: null }]);
  expect(JSON.stringify(body)).not.toContain(NIK);
  expect((await service.runtime.store.ticketsOf({ nik: NIK })).map((one) => one.number)).toContain(number);
});

it("an officer who sees the ticket may make it confidential; only a marked officer may undo this", async () => {
  const number = await ticket();
  expect(await amend("sari", number, { sensitive: true })).toMatchObject({ status: 200, body: { number } });
  await expect.poll(holderOf(number), { timeout: 5_000 }).toBe("marta");
  for (const id of ["sari", "dina"]) expect((await amend(id, number, { sensitive: false })).status).toBe(404);
  expect((await amend("marta", number, { sensitive: false })).status).toBe(200);
  await expect.poll(holderOf(number), { timeout: 5_000 }).toBe("sari");
});

it.each([
  ["violence", "susi"],
  ["urgent-private", "ugi"],
])(
  "%s is opened again only by its marked officer, and no other officer learns of it before",
  async (category, marked) => {
    const number = await ticket({ category });
    expect((await amend("dina", number, { category: "other", sensitive: false })).status).toBe(404);
    expect((await amend(marked, number, { category: "other", sensitive: false })).status).toBe(200);
    expect(await service.runtime.store.ticket(number)).toMatchObject({ category: "other", sensitive: false });
  },
);

it("only a marked officer opens a request about data, or a ticket about officials, to other officers", async () => {
  for (const category of ["data-copy", "officer-conduct"]) {
    const number = await ticket({ category });
    expect((await amend("operator", number, { category: "other", sensitive: false })).status).toBe(403);
    expect((await amend("dina", number, { category: "other", sensitive: false })).status).not.toBe(200);
    await amend("dina", number, { category: "other" });
    expect((await call("sari", `/tickets/${number}`)).status, category).toBe(404);
    expect((await call("dina", `/tickets/${number}`)).status, category).toBe(404);
    await amend("operator", number, { category: "other" });
    expect(await service.runtime.store.ticket(number)).toMatchObject({ category: "other", sensitive: true });
    expect((await amend("marta", number, { sensitive: false })).status).toBe(200);
    expect((await call("sari", `/tickets/${number}`)).status, category).toBe(200);
  }
});

it.each([
  ["violence", "susi"],
  ["urgent-private", "ugi"],
])("only a marked officer with a reason moves %s out of its lane", async (category, marked) => {
  const number = await ticket({ category });
  const others = ["operator", "sari", "budi", "dina", "marta", "ugi", "susi"].filter((id) => id !== marked);
  for (const id of others) {
    for (const now of [{ category: "other" }, { category: "urgent" }, { sensitive: false }, { area: OTHER }])
      expect((await amend(id, number, now)).status, `${id} ${JSON.stringify(now)}`).toBe(404);
    expect(await amend(id, number, { category: "other", by: marked }), `${id} as another`).not.toMatchObject({
      status: 200,
    });
  }
  expect((await amend(marked, number, { category: "other", reason: " " })).status).toBe(400);
  expect(await service.runtime.store.ticket(number)).toMatchObject({ category });
  await amend(marked, number, { category: "other" });
  const after = await service.runtime.store.ticket(number);
  expect(after).toMatchObject({ category: "other", sensitive: true });
  expect(after?.events.find(({ type }) => type === "amend")).toMatchObject({ by: marked, was: { category } });
});

it.each([
  ["nothing to change", { category: "card" }, 400, "BAD_REQUEST"],
  ["no reason", { category: "other", reason: "    \u200b   " }, 400, "NO_REASON"],
  ["a reason without words", { category: "other", reason: "....." }, 400, "NO_REASON"],
  ["a place of another district", { area: "3517012001" }, 400, "BAD_REQUEST"],
  ["a number that is none", { nik: "3524019999999901" }, 400, "BAD_REQUEST"],
  ["a programme nobody has", { programme: "ATLANTIS" }, 400, "BAD_REQUEST"],
  ["an entry without numbers", { mentioned: "text" }, 400, "BAD_REQUEST"],
])("refuses %s", async (_, more, status, code) => {
  const number = await ticket();
  expect(await amend("sari", number, more)).toMatchObject({ status, body: { code } });
  expect((await service.runtime.store.ticket(number))?.events.some(({ type }) => type === "amend")).toBe(false);
});
