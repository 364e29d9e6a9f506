import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Call, startApi } from "../support/api.ts";
import { officerOf } from "../support/officers.ts";

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
beforeAll(async () => {
  ({ service, call } = await startApi([officerOf("dinsos", { id: "dina" }), officerOf("dinsos", { id: "dewi" })]));
});
afterAll(() => service.close());

const open = (who: string, category: string, id = `counter-${randomBytes(6).toString("hex")}`) =>
  call(who, "/tickets", { id, district: "lamongan", category, text: "rumahnya kebanjiran" });
const openMany = async (count: number, who: string, category: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push((await open(who, category)).status);
  return statuses;
};

describe("tickets from the counter", () => {
  it("of danger are at most 5 an hour for one officer; a repeat does not count, and a colleague has an own limit", async () => {
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

  it("are at most 30 an hour for one officer", async () => {
    const statuses = await openMany(31, "dewi", "card");
    expect(statuses.filter((status) => status === 201)).toHaveLength(29);
    expect(statuses.at(-1)).toBe(429);
  });
});
