import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Call, startApi } from "../support/api.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi([
    officerOf("village", { id: "sari", name: "Sari" }),
    officerOf("dinsos", { id: "dina", name: "Dina" }),
    officerOf("dinsos", { id: "marta", name: "Marta", sensitive: true }),
  ]));
});
afterAll(() => service.close());

let count = 0;
const id = () => `stale-${String(++count).padStart(5, "0")}`;

/** A ticket that sari holds, and the version that she sees. */
async function held(): Promise<{ number: string; version: number }> {
  const given = { id: id(), by: "loket", district: "lamongan", category: "card", text: "KKS hilang", area: VILLAGE };
  const { number } = (await call("operator", "/tickets", given)).body as { number: string };
  await call("operator", `/tickets/${number}/transfer`, { by: "loket", to: "sari" });
  const { version } = (await call("sari", `/tickets/${number}`)).body as { version: number };
  return { number, version };
}

describe("an act that carries the version its officer saw", () => {
  it.each<{ path: string; body: () => object }>([
    { path: "note", body: () => ({ id: id(), text: "catatan" }) },
    { path: "answer", body: () => ({ id: id(), text: "sudah kami cek" }) },
    { path: "close", body: () => ({ id: id(), text: "selesai" }) },
    { path: "amend", body: () => ({ id: id(), reason: "salah tempat", place: "RT 3" }) },
    { path: "transfer", body: () => ({ to: "dina" }) },
  ])("is refused by $path when it is late, with who did what when, and done with the version now", async (one) => {
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

  it("takes a ticket as it was seen, with or without a body", async () => {
    const { number, version } = await held();
    await call("dina", `/tickets/${number}/transfer`, { to: "dina", expect: version });
    const late = await call("sari", `/tickets/${number}/take`, { expect: version });
    expect([404, 409]).toContain(late.status);
    const list = await call("dina", "/tickets?district=lamongan");
    const { tickets } = list.body as { tickets: { number: string; version: number }[] };
    expect(tickets.find((row) => row.number === number)?.version).toBeGreaterThan(version);
  });

  it("is of an unknown ticket once its officer sees it no more", async () => {
    const { number, version } = await held();
    const raised = { id: id(), reason: "menyangkut perangkat desa", sensitive: true };
    expect((await call("dina", `/tickets/${number}/amend`, raised)).status).toBe(200);
    const late = await call("sari", `/tickets/${number}/note`, { id: id(), text: "catatan", expect: version });
    expect([late.status, Object.keys(late.body as object).sort()]).toEqual([404, ["code", "message"]]);
  });

  it("gets its answer again under its id, and another act there is refused before it is late", async () => {
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
