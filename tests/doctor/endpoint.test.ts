import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/doctor/check.ts";
import { examineAll } from "../../src/doctor/examine.ts";
import { openOwnScene } from "../../src/doctor/scene.ts";
import { openSelfExamination } from "../../src/doctor/self-examination.ts";
import { REACHED, wayOfProof } from "../../src/messaging/reach-proof.ts";
import { openVault } from "../../src/privacy/vault.ts";
import { KEYS, testVault } from "../support/keys.ts";
import { startService } from "../support/runtime.ts";
import { startHealthy, type World } from "./healthy.ts";

const TOKEN = "metrics-token-of-the-doctor-1";
const NONCE = "abcdefghijklmnopqrst-_";
let world: World;
beforeAll(async () => {
  world = await startHealthy();
}, 60_000);
afterAll(() => world.close());

const asked = (token?: string) =>
  fetch(`${world.service.url}/health/doctor`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
const notFine = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict !== "ok");

describe("/health/doctor", { timeout: 60_000 }, () => {
  it("answers a caller with the token that everything is fine, and calls the platforms only once", async () => {
    expect((await asked()).status).toBe(401);
    expect((await asked("another-token-of-24-letters")).status).toBe(401);
    const before = world.telegram.calls.filter(({ name }) => name === "getWebhookInfo").length;
    const answers = await Promise.all(Array.from({ length: 30 }, () => asked(TOKEN)));
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<{ findings: Finding[] }>));
    expect(notFine(bodies[0]?.findings ?? [])).toEqual([]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(world.telegram.calls.filter(({ name }) => name === "getWebhookInfo").length - before).toBe(1);
    expect(JSON.stringify(bodies[0])).not.toMatch(/stand-in-secret|meta-(token|secret)|metrics-token/);
  });

  it("answers 503 for a fault while citizens still get answers", async () => {
    world.telegram.fail("getMe", "hang", 1);
    world.proxy.state.answer = 502;
    const look = openSelfExamination(world.service.runtime)();
    expect((await fetch(`${world.service.url}/health/live`)).status).toBe(200);
    const { status, findings } = await look;
    world.proxy.state.answer = "pass";
    expect(status).toBe("faults");
    expect(notFine(findings).map(({ check, verdict }) => [check, verdict])).toEqual([
      ["public-url", "fault"],
      ["telegram", "unknown"],
    ]);
  });

  it("is not found without METRICS_TOKEN", async () => {
    const service = await startService({}, { sample: false });
    expect((await fetch(`${service.url}/health/doctor`)).status).toBe(404);
    await service.close();
  });
});

describe("the proof that a URL leads to this service", () => {
  it("is readable only with the service's keys", async () => {
    const proof = await (await fetch(`${world.service.url}${REACHED}/${NONCE}`)).text();
    expect(wayOfProof(testVault(), NONCE, proof)).toBe("bare");
    const others = openVault({ ...KEYS, index: Buffer.alloc(32, "other") });
    expect(wayOfProof(others, NONCE, proof)).toBeUndefined();
    expect(wayOfProof(testVault(), NONCE.replace("a", "b"), proof)).toBeUndefined();
    for (const odd of ["short", `${NONCE}x`, "%2e%2e"])
      expect((await fetch(`${world.service.url}${REACHED}/${odd}`)).status).toBe(404);
  });

  it("names a proxy that is not trusted", async () => {
    const service = await startService({ PUBLIC_URL: world.proxy.url, TRUSTED_PROXIES: "10.9.9.9" }, { sample: false });
    world.proxy.leadTo(service.url);
    const findings = await examineAll(await openOwnScene(service.runtime));
    world.proxy.leadTo(world.service.url);
    await service.close();
    expect(findings.filter(({ check }) => check === "public-url")).toEqual([
      {
        check: "public-url",
        verdict: "fault",
        says: expect.stringContaining("the proxy is not among TRUSTED_PROXIES"),
        next: expect.any(String),
      },
    ]);
  });
});
