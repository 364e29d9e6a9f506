import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterEach, beforeEach, expect, it } from "vitest";
import { registerHealth } from "../../src/http/routes/health.ts";
import { openSpool } from "../../src/messaging/spool.ts";
import type { Runtime } from "../../src/runtime.ts";
import { testVault } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { startService } from "../support/runtime.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-health-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const FILE = "sqlite:data/sapa.db";
const ELSEWHERE = "mongodb://db/sapa";

it.each([
  { label: "all is well", store: "up", disk: "up", url: FILE, keeps: true, status: 200 },
  {
    label: "the spool keeps while the store is away",
    store: "down",
    disk: "up",
    url: ELSEWHERE,
    keeps: true,
    status: 200,
  },
  { label: "the spool keeps while the file is locked", store: "down", disk: "up", url: FILE, keeps: true, status: 200 },
  {
    label: "a full disk, the store beside it still reads",
    store: "up",
    disk: "down",
    url: FILE,
    keeps: true,
    status: 503,
  },
  { label: "a full disk, the store is elsewhere", store: "up", disk: "down", url: ELSEWHERE, keeps: true, status: 200 },
  { label: "neither", store: "down", disk: "down", url: ELSEWHERE, keeps: true, status: 503 },
  { label: "a worker with its store", store: "up", disk: undefined, url: ELSEWHERE, keeps: false, status: 200 },
  { label: "a worker without its store", store: "down", disk: undefined, url: ELSEWHERE, keeps: false, status: 503 },
])("$label: $status", async ({ store, disk, url, keeps, status }) => {
  const spool = await openSpool(join(directory, "spool"), testVault(), () => {});
  if (disk === "down") writeFileSync(join(directory, "spool"), "in the way");
  const check = async () => {
    if (store === "down") throw new Error("away");
  };
  const runtime = { store: { check }, queue: { check: async () => {} }, spool, config: { storeUrl: url } };
  const app = Fastify();
  app.register(registerHealth, { runtime: runtime as unknown as Runtime, keeps });
  const answer = await app.inject("/health/ready");
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toEqual({
    status: status === 200 ? "ready" : "not ready",
    store,
    ...(disk ? { disk } : {}),
    queue: "up",
    spool: "empty",
  });
  await app.close();
  await spool.close();
});

it("leaves no test file behind, and tells what waits", async () => {
  const spool = await openSpool(join(directory, "spool"), testVault(), () => {});
  await spool.check();
  expect(readdirSync(join(directory, "spool"))).toEqual([]);
  await spool.append([{ type: "message", message: inbound(someone(), "halo") }]);
  await spool.check();
  expect(spool.holding).toBe(true);
  await spool.close();
});

it("looks once a second however often it is asked", async () => {
  let looks = 0;
  const count = async () => {
    looks += 1;
  };
  const runtime = {
    store: { check: count },
    queue: { check: count },
    spool: { check: count, holding: false },
    config: { storeUrl: FILE },
  };
  const app = Fastify();
  app.register(registerHealth, { runtime: runtime as unknown as Runtime, keeps: true });
  await Promise.all(Array.from({ length: 50 }, () => app.inject("/health/ready")));
  expect(looks).toBe(3);
  await app.close();
});

it("is 503 if the service can keep no message", async () => {
  const service = await startService({}, { sample: false });
  try {
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    rmSync(join(service.directory, "spool"), { recursive: true, force: true });
    writeFileSync(join(service.directory, "spool"), "in the way");
    await expect.poll(async () => (await fetch(`${service.url}/health/ready`)).status, { timeout: 5_000 }).toBe(503);
  } finally {
    await service.close();
  }
});
