import { afterAll, beforeAll, expect, it } from "vitest";
import { lockKeys } from "../../src/register/proof-locks.ts";
import { type Call, startApi } from "../support/api.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const NIK = "3524015206799901";
const OTHER = "3524015206799902";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi([
    officerOf("village", { id: "sari", name: "Sari" }),
    officerOf("companion", { id: "pia", name: "Pia", areas: [VILLAGE] }),
    officerOf("tksk", { id: "tono", name: "Tono" }),
    officerOf("dinsos", { id: "dina", name: "Dina" }),
    officerOf("disdukcapil", { id: "dudi", name: "Dudi" }),
  ]));
});
afterAll(() => service.close());

const unlock = (id: string, number: string, body: object = { reason: "KTP dicocokkan di loket" }) =>
  call(id, `/tickets/${number}/unlock`, body);

let serial = 0;
type Typed = { label: "nik" | "kk"; number: string }[];
async function ticket(person: { nik?: string }, mentioned: Typed = [], holder?: string): Promise<string> {
  serial += 1;
  const number = `LMG-26-${String(910_000 + serial)}-1`;
  const { store } = service.runtime;
  const draft = { district: "lamongan", category: "other", text: "terkunci", locale: "id", area: VILLAGE } as const;
  await store.openTicket({ ...draft, number, openedAt: Date.now(), person, mentioned });
  const to = { at: Date.now(), by: "system", text: "Sari", seen: 0 };
  if (holder) await store.changeTicket(number, { ...to, type: "assign", id: "r0", officer: holder });
  return number;
}
const rulesOf = (nik: string) =>
  lockKeys(service.runtime.personOf(nik)).map((key) => ({
    key: key.replace("*", "chat"),
    limit: 1,
    window: 3_600_000,
    add: 3,
  }));
const lock = async (...niks: string[]) => {
  for (const nik of niks) await service.runtime.store.count(rulesOf(nik));
};
const isLocked = async (nik: string) =>
  (await service.runtime.store.count(rulesOf(nik).map((rule) => ({ ...rule, add: 0 })))).counts.some(Boolean);
const unlocks = async () =>
  (await service.runtime.store.auditEntries(0, 1_000)).filter(({ action }) => action === "proof-unlock");

it.each(["dina", "operator"])("%s unlocks only the person of that ticket, and the act is logged", async (id) => {
  const number = await ticket({ nik: NIK }, [{ label: "nik", number: OTHER }]);
  await lock(NIK, OTHER);
  const { status, body } = await unlock(id, number);
  expect([status, body]).toEqual([200, { number, notice: expect.stringContaining("Kunci sudah dibuka") }]);
  expect([await isLocked(NIK), await isLocked(OTHER)]).toEqual([false, true]);
  const actor = id === "operator" ? "operator:dewi" : id;
  expect((await unlocks()).at(-1)).toMatchObject({ actor, subject: number, reason: "KTP dicocokkan di loket" });
});

it.each([
  ["nothing was wrong", () => []],
  ["two proofs of a chat were wrong", (person: string) => [[`proof:${person}:chat`, 2]]],
  ["its web sessions asked often", (person: string) => [[`network-day:${person}:net`, 29]]],
  ["29 chats failed", (person: string) => [[`locked:${person}`, 29]]],
] as [string, (person: string) => [string, number][]][])(
  "a person who is not locked, although %s: the answer says so",
  async (_, counted) => {
    const number = await ticket({ nik: NIK });
    const { store, personOf } = service.runtime;
    for (const [key, add] of counted(personOf(NIK))) await store.count([{ key, limit: 1_000, window: 3_600_000, add }]);
    const { status, body } = await unlock("dina", number);
    expect([status, body]).toEqual([200, { number, notice: expect.stringContaining("tidak sedang terkunci") }]);
    expect(await isLocked(NIK)).toBe(false);
  },
);

it.each([
  ["three proofs of one chat", (person: string) => [`proof:${person}:chat`, 3]],
  ["thirty of one network", (person: string) => [`network-day:${person}:net`, 30]],
  ["thirty chats", (person: string) => [`locked:${person}`, 30]],
] as [string, (person: string) => [string, number]][])(
  "a person who is locked by %s: the answer says that the lock is open",
  async (_, counted) => {
    const number = await ticket({ nik: NIK });
    const { store, personOf } = service.runtime;
    const [key, add] = counted(personOf(NIK));
    await store.count([{ key, limit: 1_000, window: 3_600_000, add }]);
    expect((await unlock("dina", number)).body).toMatchObject({ notice: expect.stringContaining("sudah dibuka") });
  },
);

it.each(["sari", "pia", "tono"])("%s may not unlock, even as the ticket's assignee", async (id) => {
  const number = await ticket({ nik: NIK }, [], id);
  await lock(NIK);
  const before = (await unlocks()).length;
  expect(await unlock(id, number)).toMatchObject({ status: 403, body: { code: "NOT_YOURS" } });
  expect([await isLocked(NIK), (await unlocks()).length]).toEqual([true, before]);
});

it("an officer without sight of the ticket gets the answer that it does not exist", async () => {
  const number = await ticket({ nik: NIK });
  await lock(NIK);
  for (const id of ["pia", "dudi"]) expect((await unlock(id, number)).status, id).toBe(404);
  expect(await isLocked(NIK)).toBe(true);
});

it.each([".....", "aaaaa", "-", "ok", "   "])("a reason without words is refused: %j", async (reason) => {
  const number = await ticket({ nik: NIK });
  await lock(NIK);
  const before = (await unlocks()).length;
  expect(await unlock("dina", number, { reason })).toMatchObject({
    status: 400,
    body: { code: "NO_REASON", field: "reason", message: expect.stringContaining("salah desa") },
  });
  expect([await isLocked(NIK), (await unlocks()).length]).toEqual([true, before]);
});

it("of a ticket without a known person, the NIK among the words is unlocked", async () => {
  const number = await ticket({}, [
    { label: "nik", number: NIK },
    { label: "kk", number: OTHER },
  ]);
  await lock(NIK, OTHER);
  expect((await unlock("dina", number)).status).toBe(200);
  expect([await isLocked(NIK), await isLocked(OTHER)]).toEqual([false, true]);
});

it("of several mentioned numbers the officer names the entry", async () => {
  const number = await ticket({}, [{ label: "nik", number: NIK }]);
  await service.runtime.store.changeTicket(number, {
    type: "add",
    id: "e1",
    at: Date.now(),
    by: "citizen",
    text: "dan ini",
    mentioned: [{ label: "nik", number: OTHER }],
  });
  await lock(NIK, OTHER);
  expect(await unlock("dina", number)).toMatchObject({ status: 400, body: { field: "mentioned" } });
  expect((await unlock("dina", number, { reason: "KTP dicocokkan", mentioned: "e1" })).status).toBe(200);
  expect([await isLocked(NIK), await isLocked(OTHER)]).toEqual([true, false]);
});

it("a ticket without a number unlocks nobody", async () => {
  const number = await ticket({});
  const before = (await unlocks()).length;
  expect(await unlock("dina", number)).toMatchObject({ status: 400, body: { code: "BAD_REQUEST", field: "number" } });
  expect(await unlocks()).toHaveLength(before);
});

it("the number is understood in any case and with spaces", async () => {
  const number = await ticket({ nik: NIK });
  const [prefix = "", year, digits, check] = number.split("-");
  for (const written of [
    number.toLowerCase(),
    `${prefix} ${year} ${digits} ${check}`,
    ` ${prefix}${year}${digits}${check} `,
  ]) {
    await lock(NIK);
    const { status, body } = await unlock("dina", encodeURIComponent(written));
    expect([status, body.number, await isLocked(NIK)], written).toEqual([200, number, false]);
  }
});
