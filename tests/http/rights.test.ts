import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApp } from "../../src/app.ts";
import type { Officer } from "../../src/casework/officer.ts";
import type { TicketDraft } from "../../src/casework/ticket.ts";
import { loadConfig } from "../../src/config.ts";
import { openRuntime, type Runtime } from "../../src/runtime.ts";
import type { Rung } from "../../src/vocabulary/lists.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const VILLAGE = "3524012001";
const KECAMATAN = "352401";
const ELSEWHERE = "3524022001";
const NIK = "3524015206799901";

type Who = { rung: Rung; areas?: string[]; allAreas?: true; sensitive?: true; district?: string };

const OFFICERS: Record<string, Who> = {
  village: { rung: "village", areas: [VILLAGE] },
  "village-elsewhere": { rung: "village", areas: [ELSEWHERE] },
  "village-nowhere": { rung: "village" },
  "village-everywhere": { rung: "village", allAreas: true },
  companion: { rung: "companion", areas: [KECAMATAN] },
  tksk: { rung: "tksk", areas: [KECAMATAN] },
  "tksk-elsewhere": { rung: "tksk", areas: ["352402"] },
  dinsos: { rung: "dinsos" },
  marked: { rung: "dinsos", sensitive: true },
  "dinsos-elsewhere": { rung: "dinsos", areas: ["352402"] },
  disdukcapil: { rung: "disdukcapil" },
  jombang: { rung: "dinsos", sensitive: true, district: "jombang" },
};
const NAMES = Object.keys(OFFICERS);

type Case = {
  owned: boolean;
  sensitive: boolean;
  barred: boolean;
  closed: boolean;
  held: "self" | "beside" | "other" | "nobody";
};
const yesNo = [false, true];
const CASES: Case[] = yesNo.flatMap((owned) =>
  yesNo.flatMap((sensitive) =>
    yesNo.flatMap((barred) =>
      yesNo.flatMap((closed) =>
        (["self", "beside", "other", "nobody"] as const).map((held) => ({ owned, sensitive, barred, closed, held })),
      ),
    ),
  ),
);

const ALL = "village companion tksk dinsos disdukcapil";
/** Each route lists the rungs that may call it in each relation to the ticket. */
const ROUTES: Record<string, { holder?: string; beside?: string; above?: string; place?: string; closed: number }> = {
  read: { holder: ALL, beside: ALL, above: "dinsos", place: "village tksk disdukcapil", closed: 200 },
  note: { holder: ALL, beside: ALL, above: "dinsos", place: "village tksk disdukcapil", closed: 200 },
  answer: { holder: ALL, beside: ALL, above: "dinsos", closed: 409 },
  wait: { holder: ALL, beside: ALL, above: "dinsos", closed: 409 },
  repaired: {
    holder: "village tksk dinsos disdukcapil",
    beside: "village tksk dinsos disdukcapil",
    above: "dinsos",
    closed: 409,
  },
  close: { holder: ALL, above: "dinsos", closed: 409 },
  take: { holder: ALL, beside: ALL, above: "dinsos", place: "village tksk disdukcapil", closed: 409 },
  transfer: { holder: ALL, above: "dinsos", closed: 409 },
  reveal: { holder: ALL, beside: ALL, closed: 409 },
  amend: { holder: ALL, above: "dinsos", closed: 409 },
  unlock: { holder: "dinsos", beside: "dinsos", above: "dinsos", closed: 200 },
};

function sees(name: string, { owned, sensitive, barred, held }: Case): boolean {
  const who = OFFICERS[name] as Who;
  if (who.district || barred) return false;
  if (sensitive) return who.sensitive === true;
  if (held === "self" || held === "beside") return true;
  if (who.rung === "companion" || /elsewhere|nowhere/.test(name)) return false;
  return who.rung !== "disdukcapil" || owned;
}

function expected(route: string, name: string, one: Case): number {
  if (!sees(name, one)) return 404;
  const { rung } = OFFICERS[name] as Who;
  const rights = ROUTES[route] as (typeof ROUTES)[string];
  const relation =
    one.held === "self" ? "holder" : one.held === "beside" ? "beside" : rung === "dinsos" ? "above" : "place";
  if (!rights[relation]?.split(" ").includes(rung)) return 403;
  if (one.closed) return rights.closed;
  return route === "take" && (one.held === "other" || one.held === "beside") ? 409 : 200;
}

let runtime: Runtime;
let app: FastifyInstance;
let directory: string;
let serial = 0;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-rights-"));
  const settings = { DATA_DIR: directory, STORE_URL: "sqlite::memory:", DISTRICTS: "lamongan,jombang", PORT: "0" };
  runtime = await openRuntime(
    loadConfig({ ...settings, API_TOKEN: "token-of-the-tests-0123456789", ...KEY_SETTINGS }),
    { log: () => undefined },
  );
  app = buildApp(runtime);
  for (const [id, who] of Object.entries(OFFICERS)) {
    const officer: Officer = { id, name: id, district: "lamongan", areas: [], sensitive: false, active: true, ...who };
    await runtime.store.saveOfficer(officer, runtime.vault.index("officer-token", tokenOf(id)));
  }
});
afterAll(async () => {
  await app.close();
  await runtime.close();
  rmSync(directory, { recursive: true, force: true });
});

const tokenOf = (id: string) => `sapa_${id.padEnd(32, "x")}`;

async function ticket({ owned, sensitive, barred, closed, held }: Case, name: string): Promise<string> {
  serial += 1;
  const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
  const draft: TicketDraft = {
    number,
    district: "lamongan",
    category: sensitive ? "officer-conduct" : "repair-data",
    reason: owned ? "TIDAK_PADAN" : "REKENING_BERMASALAH",
    text: "data",
    person: { nik: NIK },
    locale: "id",
    openedAt: Date.now(),
    area: VILLAGE,
    ...(barred ? { barred: [name] } : {}),
  };
  await runtime.store.openTicket(draft);
  const stamp = { at: Date.now(), by: "system", text: "Lain" };
  const holder = held === "self" ? name : held === "nobody" ? undefined : "somebody";
  const beside = held === "beside" ? { beside: name } : {};
  if (holder) {
    const to = { officer: holder, ...beside };
    await runtime.store.changeTicket(number, { ...stamp, type: "assign", id: "r0", seen: 0, ...to });
  }
  if (closed) await runtime.store.changeTicket(number, { ...stamp, type: "close", id: "c0" });
  return number;
}

async function called(route: string, name: string, number: string) {
  const body: Record<string, object> = {
    transfer: { to: name.startsWith("village") ? "tksk" : "dinsos" },
    take: {},
    amend: { id: "act-00001", reason: "salah tulis", place: "dusun Krajan" },
    reveal: { by: name, reason: "cocokkan dengan KTP" },
    unlock: { reason: "KTP dicocokkan di loket" },
  };
  const path = route === "read" ? "" : `/${route}`;
  const answer = await app.inject({
    method: route === "read" ? "GET" : "POST",
    url: `/api/tickets/${number}${path}`,
    headers: { authorization: `Bearer ${tokenOf(name)}` },
    ...(route === "read" ? {} : { payload: body[route] ?? { id: "act-00001", by: "somebody else", text: "kami cek" } }),
  });
  return { status: answer.statusCode, body: answer.json() as { code?: string; number?: string; notice?: string } };
}

const label = (one: Case) =>
  Object.entries(one)
    .flatMap(([key, value]) => (value === true ? key : value || []))
    .join(" ");

it.each(Object.keys(ROUTES).flatMap((route) => NAMES.map((name) => [route, name] as const)))(
  "%s by %s: only if the table allows it",
  async (route, name) => {
    for (const one of CASES) {
      await runtime.store.clearCounts(["reveal:*"]);
      const number = await ticket(one, name);
      const { status, body } = await called(route, name, number);
      const moved = status === 200 && body.notice !== undefined && !sees(name, { ...one, held: "other" });
      const wanted = expected(route, name, one);
      if (moved)
        expect([["transfer", "unlock"], wanted, Object.keys(body)], label(one)).toEqual([
          expect.arrayContaining([route]),
          200,
          ["number", "notice"],
        ]);
      else if (status === 403 && body.code === "FORBIDDEN") {
        // A confidential ticket may go only to a marked officer.
        expect([route, wanted, one.sensitive], label(one)).toEqual(["transfer", one.closed ? 409 : 200, true]);
      } else expect(status, `${label(one)}: ${JSON.stringify(body).slice(0, 200)}`).toBe(wanted);
      if (status === 404) expect(JSON.stringify(body)).not.toContain(number);
    }
  },
);

it.each(NAMES)("the list of %s has exactly the tickets that this officer may open", async (name) => {
  const opened: string[] = [];
  for (const one of CASES) {
    const number = await ticket(one, name);
    if (sees(name, one)) opened.push(number);
  }
  const answer = await app.inject({
    url: "/api/tickets?limit=500",
    headers: { authorization: `Bearer ${tokenOf(name)}` },
  });
  const mine = new Set((answer.json() as { tickets: { number: string }[] }).tickets.map(({ number }) => number));
  const last = [...Array(CASES.length).keys()].map((back) => `LMG-26-${String(serial - back).padStart(6, "0")}-1`);
  expect(last.filter((number) => mine.has(number)).sort()).toEqual(opened.sort());
});
