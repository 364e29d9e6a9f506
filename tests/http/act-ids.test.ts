import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Call, startApi } from "../support/api.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi(
    [
      officerOf("village", { id: "sari", name: "Sari" }),
      officerOf("dinsos", { id: "dina", name: "Dina" }),
      officerOf("dinsos", { id: "dewi", name: "Dewi" }),
      officerOf("dinsos", { id: "marta", name: "Marta", sensitive: true }),
    ],
    { DISTRICTS: "lamongan,jombang" },
  ));
});
afterAll(() => service.close());

const card = (more: object = {}) => ({
  id: "counter-0001",
  district: "lamongan",
  category: "card",
  text: "KKS hilang",
  area: VILLAGE,
  ...more,
});

describe("the id of a ticket from the counter", () => {
  it("belongs to its caller and district: it opens no other caller's ticket, and no ticket is lost", async () => {
    const accused = { category: "officer-conduct", text: "pak kades minta uang" };
    const marta = await call("marta", "/tickets", card(accused));
    const sari = await call("sari", "/tickets", card());
    const operator = await call("operator", "/tickets", card());
    const jombang = await call("operator", "/tickets", card({ district: "jombang", area: "3517012001" }));
    const numbers = [marta, sari, operator, jombang].map(({ status, body }) => [status, body.number]);
    expect(numbers.map(([status]) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(4);
    expect(JSON.stringify(sari.body)).not.toContain("kades");
    expect(await call("sari", "/tickets", card()), "the same again").toMatchObject({
      status: 201,
      body: { number: sari.body.number },
    });
  });

  it.each([{ text: "lain" }, { name: "Siti" }, { category: "other" }, { nik: "3524015206799901" }])(
    "refuses another ticket under it: %j",
    async (more) => {
      const id = `counter-${Object.keys(more)[0]}-1`;
      expect((await call("sari", "/tickets", card({ id }))).status).toBe(201);
      expect(await call("sari", "/tickets", card({ id, ...more }))).toMatchObject({
        status: 409,
        body: { code: "ID_REUSED" },
      });
    },
  );

  it("gives only the number of a ticket that its writer may not read", async () => {
    const accused = card({ id: "counter-0009", category: "officer-conduct", text: "pak kades minta uang" });
    for (const given of [accused, accused, card({ id: "counter-0010", area: "3524022001" })]) {
      const { status, body } = await call("sari", "/tickets", given);
      expect([status, Object.keys(body)]).toEqual([201, ["number", "notice"]]);
    }
  });
});

describe("the id of an act", () => {
  const held = async () => {
    const given = card({ id: `counter-${Math.random()}`, category: "other" });
    const { number } = (await call("operator", "/tickets", given)).body as { number: string };
    await call("operator", `/tickets/${number}/transfer`, { to: "dina" });
    return number;
  };
  const eventsOf = async (number: string) =>
    ((await service.runtime.store.ticket(number))?.events ?? []).flatMap(({ type, by, text }) =>
      type === "answer" || type === "note" ? [[by, text]] : [],
    );

  it("belongs to one officer: another officer's act with the same id is kept too", async () => {
    const number = await held();
    for (const [by, text] of [
      ["dina", "satu"],
      ["dewi", "dua"],
      ["dina", "satu"],
      ["operator", "tiga"],
    ] as const)
      expect((await call(by, `/tickets/${number}/answer`, { id: "act-00001", by: "kantor", text })).status).toBe(200);
    expect(await eventsOf(number)).toEqual([
      ["dina", "satu"],
      ["dewi", "dua"],
      ["operator:dewi", "tiga"],
    ]);
    const other = await call("dina", `/tickets/${number}/answer`, { id: "act-00001", by: "dina", text: "lain" });
    expect(other).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
  });

  it("never replaces an entry of the service or of a citizen", async () => {
    const number = await held();
    const { store } = service.runtime;
    const length = (await store.ticket(number))?.events.length ?? 0;
    const theirs = [
      `fetched-${number}-f1`,
      `routed-${length + 1}`,
      `given-${length}-dewi`,
      "soon-1234567",
      `off-dina-${length}`,
    ];
    for (const id of theirs) await call("dina", `/tickets/${number}/note`, { id, by: "dina", text: "catatan" });
    const ids = (await store.ticket(number))?.events.map(({ id }) => id) ?? [];
    expect(theirs.filter((id) => ids.includes(id))).toEqual([]);
    const stamp = { at: 1, by: "system", text: "" };
    const fetched = { state: "refused" as const, refusal: "gone" as const };
    const file = `${number}-f1`;
    await store.changeTicket(number, { type: "fetch", id: `fetched-${file}`, ...stamp, file, fetched });
    expect((await store.ticket(number))?.events.at(-1)?.type).toBe("fetch");
  });

  it("repeats an act that an earlier release stored under its plain id", async () => {
    const number = await held();
    const old = { type: "answer" as const, id: "act-00002", at: 1, by: "dina", text: "sudah" };
    await service.runtime.store.changeTicket(number, old);
    expect((await call("dina", `/tickets/${number}/answer`, { ...old, by: "dina" })).status).toBe(200);
    expect(await eventsOf(number)).toEqual([["dina", "sudah"]]);
  });

  it("brings its words to a chat once for each ticket", async () => {
    const { store } = service.runtime;
    const numbers = [await held(), await held()];
    for (const number of numbers)
      await call("dina", `/tickets/${number}/answer`, { id: "act-00003", by: "dina", text: "ya" });
    for (const number of numbers) expect(await eventsOf(number)).toEqual([["dina", "ya"]]);
    expect(new Set(await Promise.all(numbers.map(async (one) => (await store.ticket(one))?.events.length))).size).toBe(
      1,
    );
  });
});

describe("full numbers", () => {
  it("are shown twenty times a day, then refused with a sentence and an alarm", async () => {
    const statuses: number[] = [];
    let refused: Record<string, unknown> = {};
    for (let turn = 0; turn < 22; turn += 1) {
      const given = card({ id: `counter-r${turn}-00`, nik: "3524015206799901" });
      const { number } = (await call("operator", "/tickets", given)).body as { number: string };
      await call("operator", `/tickets/${number}/transfer`, { to: "sari" });
      const { status, body } = await call("sari", `/tickets/${number}/reveal`, { by: "sari", reason: "cocokkan KTP" });
      statuses.push(status);
      refused = body;
    }
    expect(statuses).toEqual([...Array(20).fill(200), 429, 429]);
    expect(refused).toMatchObject({ code: "REVEAL_LIMIT", message: expect.stringContaining("20 laporan") });
    expect(await service.runtime.store.auditEntries(1, 100)).toHaveLength(20);
    expect(service.lines).toContainEqual(
      expect.objectContaining({ fields: expect.objectContaining({ alarm: "reveals", officer: "sari" }) }),
    );
  });

  it("of one ticket count once a day, and each look is logged", async () => {
    await service.runtime.store.clearCounts(["reveal:*"]);
    const numbers: string[] = [];
    for (let turn = 0; turn < 21; turn += 1) {
      const given = card({ id: `counter-s${turn}-00`, nik: "3524015206799901" });
      numbers.push(((await call("operator", "/tickets", given)).body as { number: string }).number);
      await call("operator", `/tickets/${numbers.at(-1)}/transfer`, { to: "sari" });
    }
    const look = async (index: number) =>
      (await call("sari", `/tickets/${numbers[index]}/reveal`, { reason: "cocokkan KTP" })).status;
    const before = (await service.runtime.store.auditEntries(1, 1_000)).length;
    for (let again = 0; again < 25; again += 1) expect(await look(0)).toBe(200);
    for (let index = 1; index < 20; index += 1) expect(await look(index)).toBe(200);
    expect([await look(20), await look(20)]).toEqual([429, 429]);
    expect([await look(0), await look(19)], "what was shown today stays open").toEqual([200, 200]);
    expect((await service.runtime.store.auditEntries(1, 1_000)).length - before).toBe(25 + 19 + 2);
  });

  it("that do not exist leave no entry", async () => {
    const { number } = (await call("operator", "/tickets", card({ id: "counter-none" }))).body as { number: string };
    const before = await service.runtime.store.auditEntries(1, 100);
    expect(await call("operator", `/tickets/${number}/reveal`, { by: "x", reason: "cocokkan KTP" })).toMatchObject({
      status: 404,
      body: { code: "NOTHING_TO_REVEAL" },
    });
    expect(await service.runtime.store.auditEntries(1, 100)).toHaveLength(before.length);
  });
});
