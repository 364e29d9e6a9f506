import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
let service: Awaited<ReturnType<typeof startService>>;
const tokenOf = (id: string) => (id === "operator" ? TOKEN : `sapa_${id.padEnd(32, "x")}`);

beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN }, { sample: false });
  const { store, vault } = service.runtime;
  for (const id of ["dina", "dewi"]) {
    const officer = { id, name: id, district: "lamongan", rung: "dinsos", areas: [], sensitive: false, active: true };
    await store.saveOfficer(officer as never, vault.index("officer-token", tokenOf(id)));
  }
});
afterAll(() => service.close());

const open = async (who: string, category: string, id = `counter-${randomBytes(6).toString("hex")}`) => {
  const answer = await fetch(`${service.url}/api/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokenOf(who)}`, "x-operator": "sari", "content-type": "application/json" },
    body: JSON.stringify({ id, district: "lamongan", category, text: "rumahnya kebanjiran" }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const openMany = async (count: number, who: string, category: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push((await open(who, category)).status);
  return statuses;
};

describe("tickets from the counter", () => {
  it("are 5 an hour of somebody in danger for one officer; the same again is one, and a colleague is free", async () => {
    const first = await open("dina", "urgent", "counter-again-1");
    expect(await openMany(4, "dina", "urgent")).toEqual([201, 201, 201, 201]);
    const more = await open("dina", "urgent");
    expect([more.status, more.body.code]).toEqual([429, "COUNTER_LIMIT"]);
    expect(await openMany(3, "dina", "urgent")).toEqual([429, 429, 429]);
    expect((await open("dina", "urgent", "counter-again-1")).body.number).toBe(first.body.number);
    expect((await open("dina", "card")).status).toBe(201);
    expect((await open("dewi", "urgent")).status).toBe(201);
    expect(await openMany(6, "operator", "urgent")).toEqual([201, 201, 201, 201, 201, 201]);
  });

  it("are 30 an hour for one officer", async () => {
    const statuses = await openMany(31, "dewi", "card");
    expect(statuses.filter((status) => status === 201)).toHaveLength(29);
    expect(statuses.at(-1)).toBe(429);
  });
});
