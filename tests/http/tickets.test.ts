import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Content } from "../../src/vocabulary/message.ts";
import { inbound, someone } from "../support/messages.ts";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const NIK = "3524015206799901";

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN });
});
afterAll(() => service.close());

const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...(body ? { "content-type": "application/json" } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const json = async (method: string, path: string, body?: object) => (await call(method, path, body)).json();

async function complaint(): Promise<{
  number: string;
  say: (text: string) => Promise<void>;
  press: (choice: string) => Promise<void>;
  texts: () => Promise<string[]>;
}> {
  const contact = someone();
  const { store, queue } = service.runtime;
  const texts = async () =>
    (await store.history(contact, 50)).filter(({ from }) => from === "service").map(({ text }) => text);
  const say = (text: string) => send({ type: "text", text });
  const press = (id: string) => send({ type: "choice", id });
  const send = async (content: Content) => {
    const before = (await texts()).length;
    const [recorded] = await store.recordInbound([{ ...inbound(contact, ""), content }]);
    await queue.wake("inbound", { conversation: recorded?.conversation ?? "" });
    await expect.poll(async () => (await texts()).length, { timeout: 10_000 }).toBeGreaterThan(before);
  };
  for (const text of ["halo", "3", "4", "tidak masuk daftar", "desa Jegreg", "1"]) await say(text);
  const number = /LMG-\d{2}-\d{6}-\d/.exec((await texts()).at(-1) ?? "")?.[0] ?? "";
  return { number, say, press, texts };
}

describe("the API", () => {
  it.each([
    ["no token", ""],
    ["another token", "Bearer wrong-token-wrong-token-wrong"],
  ])("lets nobody in with %s", async (_, authorization) => {
    const answer = await call("GET", "/tickets", undefined, { authorization });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("serves its description", async () => {
    const answer = await call("GET", "/docs/json");
    const { paths } = (await answer.json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/api/tickets",
        "/api/tickets/{number}",
        "/api/tickets/{number}/answer",
        "/api/tickets/{number}/reveal",
      ]),
    );
    expect((await call("GET", "/docs/")).headers.get("content-type")).toContain("text/html");
  });

  it("brings an officer's answer to the citizen's chat, once, and shows its delivery", async () => {
    const { number, texts } = await complaint();
    expect(await json("GET", "/tickets?district=lamongan&open=true")).toMatchObject({
      tickets: expect.arrayContaining([
        expect.objectContaining({ number, state: "new", category: "not-listed", area: "3524032001" }),
      ]),
    });
    const act = { id: "act-00001", by: "sari", text: "Sudah kami usulkan." };
    await json("POST", `/tickets/${number}/answer`, act);
    await json("POST", `/tickets/${number}/answer`, act);
    await expect
      .poll(async () => (await texts()).filter((text) => text.includes("Sudah kami usulkan.")).length)
      .toBe(1);
    await expect
      .poll(
        async () =>
          ((await json("GET", `/tickets/${number}`)) as { events: { delivery: object }[] }).events[0]?.delivery,
      )
      .toEqual({ state: "sent" });
  });

  it("asks the citizen, stops the clock, and continues after the citizen's answer", async () => {
    const { number, say, texts } = await complaint();
    await json("POST", `/tickets/${number}/ask`, { id: "act-00002", by: "sari", text: "Sejak bulan apa?" });
    expect(await json("GET", `/tickets/${number}`)).toMatchObject({ state: "waiting", overdue: false });
    await expect.poll(async () => (await texts()).at(-1)).toContain("Sejak bulan apa?");
    for (const text of [number, "1", "sejak Agustus"]) await say(text);
    expect(await json("GET", `/tickets/${number}`)).toMatchObject({
      state: "working",
      events: [{ type: "ask" }, { type: "add", text: "sejak Agustus" }],
    });
  });

  it.each([
    ["close", "card"],
    ["repair", "data-wrong"],
  ])("ends a ticket as %s, and refuses further acts", async (act, category) => {
    const given = { id: `counter-${act}`, by: "sari", district: "lamongan", category, text: "tolong dicek" };
    const { number } = (await json("POST", "/tickets", given)) as { number: string };
    const words = { id: "act-00003", by: "sari", text: "Sudah beres." };
    expect(await json("POST", `/tickets/${number}/${act}`, words)).toMatchObject({ state: "closed" });
    const again = await call("POST", `/tickets/${number}/answer`, { id: "act-00004", by: "sari", text: "lagi" });
    expect([again.status, await again.json()]).toMatchObject([409, { code: "TICKET_CLOSED" }]);
  });

  it("takes a repair only for a ticket with data to repair", async () => {
    const { number, texts } = await complaint();
    const before = (await texts()).length;
    const refused = await call("POST", `/tickets/${number}/repair`, { id: "act-00006", by: "sari", text: "" });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: "NOT_REPAIRABLE", message: expect.stringContaining("tidak ada data") },
    ]);
    expect(await json("GET", `/tickets/${number}`)).toMatchObject({ state: "new", events: [] });
    expect(await texts()).toHaveLength(before);
  });

  it.each(["", "   ", "\n\t\n", "\u200b\u2060", "\u00a0\u3000", "\u3164", "\u2800\ufe0f", "\u202e \u0000"])(
    "sends no invisible words, and such words meet no clock: %j",
    async (text) => {
      const { number, texts } = await complaint();
      const before = (await texts()).length;
      for (const act of ["note", "answer", "ask", "close"]) {
        const refused = await call("POST", `/tickets/${number}/${act}`, { id: "act-00007", by: "sari", text });
        expect([act, refused.status, await refused.json()]).toMatchObject([
          act,
          400,
          { code: "NO_WORDS", field: "text" },
        ]);
      }
      const { events, answeredAt, state } = (await json("GET", `/tickets/${number}`)) as Record<string, unknown>;
      expect([events, answeredAt, state]).toEqual([[], undefined, "new"]);
      expect(await texts()).toHaveLength(before);
    },
  );

  it("opens a ticket again for a citizen who says that it is not solved; thanks leave it closed", async () => {
    const { number, say, press, texts } = await complaint();
    await json("POST", `/tickets/${number}/close`, { id: "act-00008", by: "sari", text: "Sudah kami urus." });
    await expect.poll(async () => (await texts()).at(-1)).toContain("Sudah kami urus.");
    await say("terima kasih banyak");
    expect(await json("GET", `/tickets/${number}`)).toMatchObject({ state: "closed" });
    await press(`>track.unsolved:${number}`);
    await say("belum, uangnya belum masuk sama sekali");
    expect((await texts()).at(-1)).toContain(`Laporan ${number} dibuka lagi`);
    const { events, state, reopened, closedAt } = (await json("GET", `/tickets/${number}`)) as Record<string, unknown>;
    expect([state, reopened, closedAt]).toEqual(["working", 1, undefined]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "dispute", text: "belum, uangnya belum masuk sama sekali" }),
    );
  });

  it("opens a new report, linked to the old one, if the old one was settled long ago", async () => {
    const { number, say, press, texts } = await complaint();
    const at = Date.now() - 31 * 86_400_000;
    const end = { type: "close" as const, id: "old", at, by: "sari", text: "Beres." };
    await service.runtime.store.changeTicket(number, end);
    await press(`>track.unsolved:${number}`);
    await say("ternyata belum beres juga");
    const linked = /LMG-\d{2}-\d{6}-\d/g.exec(((await texts()).at(-1) ?? "").replace(number, ""))?.[0] ?? "";
    expect(await json("GET", `/tickets/${linked}`)).toMatchObject({
      linked: number,
      text: "ternyata belum beres juga",
    });
    expect(await json("GET", `/tickets/${number}`)).toMatchObject({ state: "closed" });
  });

  it("keeps a note from the citizen", async () => {
    const { number, texts } = await complaint();
    const before = (await texts()).length;
    await json("POST", `/tickets/${number}/note`, { id: "act-00005", by: "sari", text: "cek ke desa" });
    expect(await texts()).toHaveLength(before);
  });

  it("opens a ticket at the counter, once, without showing the numbers", async () => {
    const given = {
      id: "counter-1",
      by: "sari",
      district: "lamongan",
      category: "card",
      text: "KKS hilang",
      nik: NIK,
      name: "Siti Aminah",
    };
    const first = (await json("POST", "/tickets", given)) as { number: string };
    // Between the requests, the service assigns an officer and so changes the version.
    expect(await json("POST", "/tickets", given)).toEqual({ ...first, version: expect.any(Number) });
    expect(first).toMatchObject({ person: { hasNik: true, hasKk: false, name: "Siti Aminah" }, hasChat: false });
    expect(first).toMatchObject({ openedBy: "operator:sari" });
    expect(JSON.stringify(first)).not.toContain(NIK);
    expect(
      await json("POST", `/tickets/${first.number}/reveal`, { by: "sari", reason: "cocokkan dengan KTP di loket" }),
    ).toEqual({ nik: NIK, mentioned: [] });
    expect(await service.runtime.store.auditEntries(1, 10)).toMatchObject([
      { actor: "operator:sari", action: "reveal", subject: first.number, reason: "cocokkan dengan KTP di loket" },
    ]);
  });

  it.each([
    ["the header", { "x-operator": "Bu Dewi" }, {}, "operator:Bu Dewi"],
    ["the user beside the token", { authorization: `Basic ${btoa(`wati:${TOKEN}`)}` }, {}, "operator:wati"],
    ["the body, where nothing else does", {}, { by: "sari" }, "operator:sari"],
    ["the header before the body", { "x-operator": "dewi" }, { by: "dina" }, "operator:dewi"],
  ])("an operator's act is signed as %s says", async (_, headers, given, by) => {
    const { number } = await complaint();
    const act = { id: "act-signed", text: "cek ke desa", ...given };
    const answer = await call("POST", `/tickets/${number}/note`, act, headers);
    expect(((await answer.json()) as { added: { by: string }[] }).added.map((entry) => entry.by)).toEqual([by]);
  });

  it.each([
    ["no name", {}],
    ["a name of signs", { "x-operator": "operator:x" }],
  ])("nothing is done by an operator with %s", async (_, headers) => {
    const { number } = await complaint();
    const before = await service.runtime.store.ticket(number);
    for (const [path, body] of [
      [`/${number}/note`, { id: "act-nobody", text: "x" }],
      [`/${number}/transfer`, { to: "sari" }],
      [`/${number}/reveal`, { reason: "cocokkan KTP" }],
      [`/${number}/amend`, { id: "act-nobody", reason: "salah desa", place: "Jegreg" }],
      ["", { id: "act-nobody", district: "lamongan", category: "card", text: "KKS hilang" }],
    ] as const) {
      const answer = await call("POST", `/tickets${path}`, body, headers);
      expect([answer.status, await answer.json()]).toMatchObject([400, { field: "x-operator" }]);
    }
    expect((await service.runtime.store.ticket(number))?.events).toEqual(before?.events);
  });

  it("shows the end of a mentioned number, the whole number for a reason, and logs no look at a missing number", async () => {
    const { store } = service.runtime;
    const base = { district: "lamongan", category: "other" as const, locale: "id", openedAt: Date.now(), person: {} };
    const mentioned = [{ label: "nik" as const, number: NIK }];
    await store.openTicket({ ...base, number: "LMG-26-900011-1", text: "NIK ••••••••••••••01", mentioned });
    await store.openTicket({ ...base, number: "LMG-26-900012-1", text: "beras bau" });
    const shown = await json("GET", "/tickets/LMG-26-900011-1");
    expect(shown).toMatchObject({ mentioned: [{ entry: "text", label: "nik", ending: "01" }] });
    expect(JSON.stringify(shown)).not.toContain(NIK);
    const why = { by: "sari", reason: "cocokkan dengan KTP di loket" };
    expect(await json("POST", "/tickets/LMG-26-900011-1/reveal", why)).toEqual({
      mentioned: [{ entry: "text", label: "nik", number: NIK }],
    });
    const before = (await store.auditEntries(1, 100)).length;
    const nothing = await call("POST", "/tickets/LMG-26-900012-1/reveal", why);
    expect([nothing.status, await nothing.json()]).toMatchObject([404, { code: "NOTHING_TO_REVEAL" }]);
    expect(await store.auditEntries(1, 100)).toHaveLength(before);
  });

  it.each([
    { label: "no such ticket", method: "GET", path: "/tickets/LMG-26-999999-1", status: 404, code: "TICKET_UNKNOWN" },
    { label: "no such category", method: "GET", path: "/tickets?category=gossip", status: 400, code: "BAD_REQUEST" },
    { label: "a limit beyond reason", method: "GET", path: "/tickets?limit=100000", status: 400, code: "BAD_REQUEST" },
    {
      label: "an act without an id",
      method: "POST",
      path: "/tickets/x/note",
      body: { by: "sari", text: "x" },
      status: 400,
      code: "BAD_REQUEST",
    },
    {
      label: "no such district",
      method: "POST",
      path: "/tickets",
      body: { id: "counter-2", district: "atlantis", category: "card", text: "x" },
      status: 400,
      code: "BAD_REQUEST",
    },
  ])("refuses clearly: $label", async ({ method, path, body, status, code }) => {
    const answer = await call(method, path, body);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code, message: expect.any(String) }]);
  });

  it("names the district of a list, and says when a list goes on", async () => {
    const bare = await call("GET", "/tickets");
    expect([bare.status, await bare.json()]).toMatchObject([400, { code: "BAD_REQUEST", field: "district" }]);
    for (const id of ["page-00001", "page-00002", "page-00003"])
      await json("POST", "/tickets", { id, by: "sari", district: "lamongan", category: "quality", text: "beras bau" });
    const numbers: string[] = [];
    let pages = 0;
    for (let path: string | undefined = "/tickets?district=lamongan&category=quality&limit=2"; path; pages += 1) {
      const answer: Response = await call("GET", path);
      const page = (await answer.json()) as { tickets: { number: string }[]; next?: string };
      numbers.unshift(...page.tickets.map(({ number }) => number));
      path = /^<\/api(.+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
      expect(new URLSearchParams(path?.split("?")[1]).get("after")).toBe(page.next ?? null);
    }
    expect([pages, numbers.length, new Set(numbers).size, numbers]).toEqual([2, 3, 3, [...numbers].sort()]);
    expect((await call("GET", "/tickets?district=lamongan&after=elsewhere")).status).toBe(400);
  });

  it("takes only booleans as flags", async () => {
    const given = { by: "sari", district: "lamongan", category: "pbi-jk", text: "kartu tidak aktif" };
    const [open, closed] = await Promise.all(
      ["flag-00001", "flag-00002"].map(
        async (id) => ((await json("POST", "/tickets", { ...given, id })) as { number: string }).number,
      ),
    );
    await json("POST", `/tickets/${closed}/close`, { id: "flag-00003", by: "sari", text: "Sudah aktif." });
    const numbers = async (flag: string) => {
      const page = await json("GET", `/tickets?district=lamongan&category=pbi-jk${flag}`);
      return (page as { tickets: { number: string }[] }).tickets.map(({ number }) => number).sort();
    };
    expect(await numbers("&open=true")).toEqual([open]);
    expect(await numbers("&open=false")).toEqual([closed]);
    expect(await numbers("&overdue=true")).toEqual([]);
    expect(await numbers("")).toEqual([open, closed].sort());
    for (const flag of ["open=yes", "open=1", "open=TRUE", "overdue=false"])
      expect([flag, (await call("GET", `/tickets?district=lamongan&${flag}`)).status]).toEqual([flag, 400]);
  });

  it("speaks the caller's language", async () => {
    const answer = await call("GET", "/tickets/LMG-26-999999-1", undefined, { "accept-language": "en-GB" });
    expect(await answer.json()).toMatchObject({ message: "No report has that number." });
  });
});
