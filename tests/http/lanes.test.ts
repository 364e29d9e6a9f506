import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApp } from "../../src/app.ts";
import type { Officer } from "../../src/casework/officer.ts";
import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import { loadConfig } from "../../src/config.ts";
import { openRuntime, type Runtime } from "../../src/runtime.ts";
import { RUNGS, type Rung } from "../../src/vocabulary/lists.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const VILLAGE = "3524012001";
const API_TOKEN = "token-of-the-tests-0123456789";
const OPERATOR = "operator";

const PLACED: Officer[] = RUNGS.flatMap((rung) => [
  officer(rung, rung, { areas: [rung === "tksk" ? VILLAGE.slice(0, 6) : VILLAGE] }),
  officer(`${rung}-elsewhere`, rung, { areas: ["3524022001"] }),
  officer(`${rung}-whole`, rung, { allAreas: true }),
  officer(`${rung}-jombang`, rung, { allAreas: true, district: "jombang" }),
]);
const MARKED: Officer[] = [
  officer("confidential", "dinsos", { areas: ["3524022001"], sensitive: true }),
  officer("urgent", "dinsos", { areas: ["3524022001"], urgent: true }),
  officer("survivor", "dinsos", { areas: ["3524022001"], survivor: true }),
  officer("marked-jombang", "dinsos", { district: "jombang", sensitive: true, urgent: true, survivor: true }),
  officer("off", "dinsos", { sensitive: true, urgent: true, survivor: true, active: false }),
];
const OFFICERS = [...PLACED, ...MARKED];

function officer(id: string, rung: Rung, more: Partial<Officer> = {}): Officer {
  return { id, name: id, district: "lamongan", rung, areas: [], sensitive: false, active: true, ...more };
}

const AT_THE_PLACE = ["village", "village-whole", "tksk", "tksk-whole", "dinsos", "dinsos-whole"];
const DINSOS = ["dinsos", "dinsos-elsewhere", "dinsos-whole", "confidential", "urgent", "survivor"];
type Lane = { draft: Partial<TicketDraft>; readers: string[]; events?: TicketEvent[] };

const STAMP = { at: 1, by: "dinsos", text: "tolong" };
const PART: TicketEvent = { ...STAMP, type: "share", id: "s", office: "disdukcapil" };
const PART_ENDED: TicketEvent = { ...STAMP, type: "end-part", id: "e", office: "disdukcapil", outcome: "done" };

const LANES: Record<string, Lane> = {
  open: { draft: { category: "card" }, readers: [...AT_THE_PLACE, OPERATOR] },
  owned: {
    draft: { category: "repair-data", reason: "TIDAK_PADAN" },
    readers: [...AT_THE_PLACE, "disdukcapil", "disdukcapil-whole", OPERATOR],
  },
  shared: {
    draft: { category: "card" },
    events: [PART],
    readers: [...AT_THE_PLACE, "disdukcapil", "disdukcapil-whole", OPERATOR],
  },
  "shared, to one of another place": {
    draft: { category: "card" },
    events: [{ ...PART, officer: "disdukcapil-elsewhere" } as TicketEvent],
    readers: [...AT_THE_PLACE, "disdukcapil", "disdukcapil-whole", "disdukcapil-elsewhere", OPERATOR],
  },
  "shared once": {
    draft: { category: "repair-data", reason: "TIDAK_PADAN" },
    events: [{ ...PART, officer: "disdukcapil" } as TicketEvent, PART_ENDED],
    readers: [...AT_THE_PLACE, OPERATOR],
  },
  "shared, and in doubt since": {
    draft: { category: "card" },
    events: [PART, { ...STAMP, type: "add", id: "a", lane: { sensitive: false, doubt: true, barred: [], keeps: [] } }],
    readers: ["dinsos", "dinsos-whole", OPERATOR],
  },
  "shared, and confidential since": {
    draft: { category: "card" },
    events: [PART, { ...STAMP, type: "add", id: "a", lane: { sensitive: true, barred: [], keeps: [] } }],
    readers: ["confidential", OPERATOR],
  },
  placeless: {
    draft: { category: "card" },
    readers: ["village-whole", "tksk-whole", "dinsos-whole", OPERATOR],
  },
  doubt: {
    draft: { category: "card", lane: { sensitive: false, doubt: true, barred: [], keeps: [] } },
    readers: ["dinsos", "dinsos-whole", OPERATOR],
  },
  confidential: { draft: { category: "officer-conduct" }, readers: ["confidential", OPERATOR] },
  rights: { draft: { category: "data-copy" }, readers: [...DINSOS, OPERATOR] },
  urgent: { draft: { category: "urgent" }, readers: [...AT_THE_PLACE, "urgent", OPERATOR] },
  "urgent, confidential": {
    draft: { category: "urgent", confidential: true },
    readers: ["confidential", "urgent", OPERATOR],
  },
  "self-harm": { draft: { category: "urgent-private" }, readers: ["urgent"] },
  survivor: { draft: { category: "violence" }, readers: ["survivor"] },
};

/** Lanes whose tickets an operator sees in lists but cannot read. */
const HEADS_ONLY = ["confidential", "urgent, confidential", "shared, and confidential since"];
const PERSON = { nik: "3524015206799901", phone: "+62 812-3456-4711" };

let runtime: Runtime;
let app: FastifyInstance;
let directory: string;
let routes: (readonly [method: "GET" | "POST", path: string])[];
let serial = 0;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-lanes-"));
  const settings = { DATA_DIR: directory, STORE_URL: "sqlite::memory:", DISTRICTS: "lamongan,jombang", PORT: "0" };
  runtime = await openRuntime(loadConfig({ ...settings, API_TOKEN, ...KEY_SETTINGS }), { log: () => undefined });
  app = buildApp(runtime);
  for (const one of OFFICERS)
    await runtime.store.saveOfficer(one, runtime.vault.index("officer-token", tokenOf(one.id)));
  const described = (await app.inject({ url: "/api/docs/json", headers: headersOf(OPERATOR) })).json() as {
    paths: Record<string, Record<string, object>>;
  };
  routes = Object.entries(described.paths)
    .filter(([path]) => path.startsWith("/api/tickets/{number}"))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase() as "GET" | "POST", path] as const),
    );
});
afterAll(async () => {
  await app.close();
  await runtime.close();
  rmSync(directory, { recursive: true, force: true });
});

const tokenOf = (id: string) => `sapa_${id.padEnd(32, "x")}`;
const headersOf = (who: string) => ({ authorization: `Bearer ${who === OPERATOR ? API_TOKEN : tokenOf(who)}` });

async function opened(lane: string, more: Partial<TicketDraft> = {}): Promise<string> {
  serial += 1;
  const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
  const about = { district: "lamongan", text: "kata", person: {}, locale: "id", openedAt: Date.now() };
  const place = lane === "placeless" ? {} : { area: VILLAGE };
  const draft = { ...about, ...place, number, ...(LANES[lane] as Lane).draft, ...more };
  await runtime.store.openTicket(draft as TicketDraft);
  for (const event of (LANES[lane] as Lane).events ?? []) await runtime.store.changeTicket(number, event);
  return number;
}

const BODIES: Record<string, object> = {
  transfer: { to: "dinsos" },
  amend: { id: "act-00001", reason: "salah tulis", place: "dusun Krajan" },
  reveal: { reason: "cocokkan dengan KTP" },
  unlock: { reason: "KTP dicocokkan di loket" },
  share: { id: "act-00001", office: "disdukcapil", text: "tolong dicek" },
  "end-part": { id: "act-00001", outcome: "done", text: "sudah" },
};
const called = (who: string, method: "GET" | "POST", path: string, number: string) => {
  const url = path.replace("{number}", number).replace("{id}", `${number}-f1`);
  const body = BODIES[path.split("/").at(-1) ?? ""] ?? { id: "act-00001", text: "kami cek" };
  const by = who === OPERATOR ? { by: "operator" } : {};
  return app.inject({
    method,
    url,
    headers: headersOf(who),
    ...(method === "GET" ? {} : { payload: { ...body, ...by } }),
  });
};

async function isListed(who: string, number: string, filter = ""): Promise<boolean> {
  const answer = await app.inject({
    url: `/api/tickets?district=lamongan&limit=500${filter}`,
    headers: headersOf(who),
  });
  if (answer.statusCode !== 200) return false;
  return (answer.json() as { tickets: { number: string }[] }).tickets.some((one) => one.number === number);
}

async function hasPartListed(who: string, number: string): Promise<boolean> {
  const url = "/api/parts?office=disdukcapil&district=lamongan&limit=500";
  const answer = await app.inject({ url, headers: headersOf(who) });
  if (answer.statusCode !== 200) return false;
  return (answer.json() as { tickets: { number: string }[] }).tickets.some((one) => one.number === number);
}

async function isFound(who: string, number: string, words: string): Promise<boolean> {
  const payload = { words, district: "lamongan", limit: 500 };
  const answer = await app.inject({ method: "POST", url: "/api/tickets/find", headers: headersOf(who), payload });
  if (answer.statusCode !== 200) return false;
  return (answer.json() as { tickets: { number: string }[] }).tickets.some((one) => one.number === number);
}

const EVERYBODY = [...OFFICERS.map(({ id }) => id), OPERATOR];
const isOff = (who: string) => who === "off";
const refusalOf = (who: string, path: string): number => {
  if (isOff(who)) return 401;
  return who === OPERATOR && path.endsWith("/take") ? 403 : 404;
};

it.each(Object.keys(LANES).flatMap((lane) => [false, true].map((accused) => [lane, accused] as const)))(
  "a ticket in the lane %s (accused: %s) is seen on each route only by its readers",
  async (lane, accused) => {
    const barred = accused ? { barred: OFFICERS.map(({ id }) => id) } : {};
    const number = await opened(lane, { ...barred, person: { ...PERSON, name: "Ibu Wagini" } });
    const readers = (LANES[lane] as Lane).readers.filter((who) => !accused || who === OPERATOR);
    const before = JSON.stringify(await runtime.store.ticket(number));
    expect(routes.length).toBeGreaterThan(14);
    for (const who of EVERYBODY) {
      const isSeen = readers.includes(who);
      const isSearched = lane !== "survivor" && isSeen;
      const isNamed = isSearched && !(who === OPERATOR && HEADS_ONLY.includes(lane));
      for (const words of ["wagini", "4711", PERSON.nik])
        expect(await isFound(who, number, words), `${who} finds its person`).toBe(isNamed);
      expect(await isFound(who, number, number), `${who} finds its number`).toBe(isSearched);
      for (const filter of ["", "&open=true", `&category=${(LANES[lane] as Lane).draft.category}`])
        expect(await isListed(who, number, filter), `${who} lists it ${filter}`).toBe(isSeen);
      const hasPart = ["shared", "shared, to one of another place", "shared, and in doubt since"].includes(lane);
      expect(await hasPartListed(who, number), `${who} lists its part`).toBe(isSeen && hasPart);
      if (isSeen) {
        expect((await called(who, "GET", "/api/tickets/{number}", number)).statusCode, who).not.toBe(404);
        continue;
      }
      for (const [method, path] of routes) {
        const { statusCode, body } = await called(who, method, path, number);
        expect([statusCode, who, method, path]).toEqual([refusalOf(who, path), who, method, path]);
        expect(body).not.toContain("kata");
      }
    }
    expect(JSON.stringify(await runtime.store.ticket(number)), "and nobody has changed it").toBe(before);
  },
  60_000,
);

it.each(["confidential", "rights", "self-harm", "survivor"])(
  "the assignee of a ticket in the lane %s sees no more than other officers",
  async (lane) => {
    const number = await opened(lane);
    const { readers } = LANES[lane] as Lane;
    for (const [seen, holder] of ["village", "companion", "tksk", "disdukcapil"].entries()) {
      const given: TicketEvent = {
        type: "assign",
        id: `r${seen}`,
        at: 1,
        by: "system",
        text: "",
        officer: holder,
        seen,
      };
      await runtime.store.changeTicket(number, given);
      expect(readers).not.toContain(holder);
      expect((await called(holder, "GET", "/api/tickets/{number}", number)).statusCode).toBe(404);
      for (const filter of ["", `&officer=${holder}`])
        expect(await isListed(holder, number, filter), `${holder} ${filter}`).toBe(false);
      expect(await isListed(readers[0] ?? "", number, `&officer=${holder}`), "its readers find who has it").toBe(true);
    }
  },
);

it("a ticket that goes into another lane leaves the lists and routes of officers without sight of that lane", async () => {
  const number = await opened("open");
  expect(await isListed("village", number)).toBe(true);
  const lane = { sensitive: true, barred: ["dinsos"], keeps: [] };
  await runtime.store.changeTicket(number, { type: "add", id: "a", at: 1, by: "citizen", text: "kata", lane });
  for (const who of EVERYBODY) {
    expect(await isListed(who, number), who).toBe([OPERATOR, "confidential"].includes(who));
    const { statusCode } = await called(who, "POST", "/api/tickets/{number}/note", number);
    if (who !== OPERATOR && who !== "confidential") expect(statusCode, who).toBe(isOff(who) ? 401 : 404);
  }
});
