import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officerOf } from "../support/officers.ts";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const ENTRIES = 7;

type Shown = { number: string; version: number; events: { id: string; text: string }[]; next?: string };

let service: Awaited<ReturnType<typeof startService>>;
let number: string;
beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN });
  number = await ticketOf("card", "kartu hilang");
});
afterAll(() => service.close());

const call = (path: string, body?: object) =>
  fetch(`${service.url}/api${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${TOKEN}`, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const shown = async (path: string) => (await (await call(path)).json()) as Shown;

async function ticketOf(category: string, text: string): Promise<string> {
  const given = { id: `open-${category}`, by: "sari", district: "lamongan", category, text };
  const { number: opened } = (await (await call("/tickets", given)).json()) as { number: string };
  for (let no = 1; no <= ENTRIES; no += 1) {
    const note = { type: "note" as const, id: `n${no}`, at: Date.now(), by: "sari", text: `catatan ${no}` };
    await service.runtime.store.changeTicket(opened, note);
  }
  return opened;
}

describe("the thread of a ticket", () => {
  it("is shown whole if it fits into a page", async () => {
    const { events, next } = await shown(`/tickets/${number}`);
    const whole = (await service.runtime.store.ticket(number))?.events ?? [];
    expect(events.map(({ id, text }) => [id, text])).toEqual(whole.map(({ id, text }) => [id, text]));
    expect(events.length).toBeGreaterThanOrEqual(ENTRIES);
    expect(next).toBeUndefined();
  });

  it.each([1, 2, 3, 500])("is read by %i from the newest to the oldest, each entry once", async (limit) => {
    const { events: whole } = await shown(`/tickets/${number}`);
    const pages: string[][] = [];
    for (let path: string | undefined = `/tickets/${number}?limit=${limit}`; path; ) {
      const answer = await call(path);
      const { events, next } = (await answer.json()) as Shown;
      pages.push(events.map(({ id }) => id));
      const link = answer.headers.get("link");
      expect(link === null, "a page that goes on says where").toBe(next === undefined);
      path = link ? /^<\/api(.*)>; rel="next"$/.exec(link)?.[1] : undefined;
      if (next) expect(path).toBe(`/tickets/${number}?limit=${limit}&after=${next}`);
    }
    expect(pages.toReversed().flat()).toEqual(whole.map(({ id }) => id));
    expect(pages).toHaveLength(Math.ceil(whole.length / limit));
  });

  it("grows without a missed or repeated page for a reader", async () => {
    const first = await shown(`/tickets/${number}?limit=3`);
    const note = { type: "note" as const, id: "later", at: Date.now(), by: "sari", text: "menyusul" };
    await service.runtime.store.changeTicket(number, note);
    const rest = await shown(`/tickets/${number}?after=${first.next}`);
    const { events: whole } = await shown(`/tickets/${number}`);
    const read = [...rest.events, ...first.events].map(({ id }) => id);
    expect(read).toEqual(whole.map(({ id }) => id).filter((id) => id !== "later"));
    expect(rest.next).toBeUndefined();
  });

  it.each(["after=x", "after=-1", "after=1.5", "limit=0", "limit=501", "limit=drei"])(
    "has no such page: %s",
    async (query) => {
      const answer = await call(`/tickets/${number}?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "BAD_REQUEST" });
    },
  );

  it("has no page for a caller who may not read it, and no page of another ticket", async () => {
    const secret = await ticketOf("officer-conduct", "minta uang");
    for (const query of ["", "?limit=2", "?after=3"]) {
      const text = await (await call(`/tickets/${secret}${query}`)).text();
      expect(text).toContain(secret);
      expect(text).not.toContain("catatan");
      expect(JSON.parse(text)).not.toHaveProperty("next");
    }
    expect((await call("/tickets/LMG-26-999999-1?limit=2")).status).toBe(404);
  });
});

describe("an act on a ticket answers with only its own entries", () => {
  type Acted = { version: number; added: { id: string; type: string; text: string; delivery?: object }[] };
  const act = async (path: string, body: object) =>
    (await (await call(`/tickets/${number}/${path}`, body)).json()) as Acted;
  const typed = { id: "typed-0001", by: "sari", text: "hasil cek" };

  it.each([
    ["note", typed, { type: "note", text: "hasil cek" }],
    ["answer", { ...typed, id: "typed-0002" }, { type: "answer", text: "hasil cek", delivery: { state: "no-chat" } }],
    ["amend", { id: "typed-0003", by: "sari", reason: "salah dusun", place: "Krajan" }, { type: "amend" }],
    ["share", { ...typed, id: "typed-0004", office: "disdukcapil" }, { type: "share", text: "hasil cek" }],
    ["end-part", { ...typed, id: "typed-0005" }, { type: "end-part", text: "hasil cek" }],
    ["close", { ...typed, id: "typed-0006" }, { type: "close", text: "hasil cek" }],
  ])("%s, and the same again when it is repeated", async (path, body, entry) => {
    const first = await act(path, body);
    expect(first.added).toMatchObject([entry]);
    expect(first).not.toHaveProperty("events");
    const later = { type: "note" as const, id: `later-${path}`, at: Date.now(), by: "sari", text: "menyusul" };
    await service.runtime.store.changeTicket(number, later);
    expect((await act(path, body)).added).toEqual(first.added);
    const { events } = await shown(`/tickets/${number}`);
    expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(["n1", ...first.added.map(({ id }) => id)]));
  });

  it("a take and a transfer, and no entry if the officer has the ticket already", async () => {
    const { store } = service.runtime;
    const given = { id: "open-give", by: "sari", district: "lamongan", category: "other", text: "tanya jadwal" };
    number = ((await (await call("/tickets", given)).json()) as Shown).number;
    await store.changeTicket(number, { type: "note", id: "n1", at: 1, by: "sari", text: "catatan" });
    for (const id of ["dina", "dono"]) await store.saveOfficer(officerOf("dinsos", { id, name: id }));
    const { added, version } = await act("transfer", { to: "dina", by: "sari" });
    expect(added).toMatchObject([{ type: "assign", text: "dina" }]);
    expect((await act("transfer", { to: "dina", by: "sari" })).added).toEqual([]);
    expect((await act("transfer", { to: "dono", by: "sari" })).version).toBeGreaterThan(version);
  });
});
