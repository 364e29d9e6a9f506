import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import type { Category } from "../../src/vocabulary/lists.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { startWithTelegram } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

const API_TOKEN = "token-of-the-tests-0123456789";
const NIK = "3524015206799901";
const officers: Officer[] = (["dinsos", "village"] as const).map((rung) => ({
  id: rung === "dinsos" ? "dina" : "sari",
  name: rung,
  district: "lamongan",
  rung,
  areas: rung === "village" ? ["3524032001"] : [],
  sensitive: false,
  active: true,
}));
const tokenOf = (id: string) => (id === "operator" ? API_TOKEN : `sapa_${id.padEnd(32, "x")}`);

describe.each(serviceShapes)("a request about one's own data, over $name", { timeout: 60_000 }, ({ open }) => {
  let running: Awaited<ReturnType<typeof startWithTelegram>>;
  let dropped: () => Promise<void>;
  beforeAll(async () => {
    const { settings, drop } = await open();
    dropped = drop;
    running = await startWithTelegram({ ...settings, API_TOKEN }, { sample: false });
    const { store, vault } = running.service.runtime;
    for (const one of officers) await store.saveOfficer(one, vault.index("officer-token", tokenOf(one.id)));
  });
  afterAll(async () => {
    await running.close();
    await dropped();
  });

  let chats = 60_000;
  async function asked(command: string) {
    const { telegram } = running;
    const chat = ++chats;
    await telegram.say(chat, `berasnya bau, NIK saya ${NIK}`);
    await telegram.waitFor(chat, 1);
    const before = telegram.sent(chat).length;
    await telegram.say(chat, command);
    await telegram.waitFor(chat, before + 1);
    const number = () => /LMG-\d{2}-\d{6}-\d/.exec(telegram.sent(chat).at(-1)?.text ?? "")?.[0];
    if (number() === undefined) {
      await telegram.say(chat, "1");
      await expect.poll(number, { timeout: 10_000 }).toBeDefined();
    }
    const texts = () =>
      telegram
        .sent(chat)
        .map(({ text }) => text)
        .join("\n");
    return { chat, number: number() ?? "", texts };
  }
  async function act(id: string, number: string, right: string, body?: object) {
    const answer = await fetch(`${running.service.url}/api/tickets/${number}/${right}`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokenOf(id)}`, "x-operator": "dewi", "content-type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  it.each([
    ["DATA SAYA", "export", "data-copy", "Salinan data chat ini"],
    ["HAPUS", "forget", "data-delete", "selesai: isi chat"],
    ["BATAL SETUJU", "withdraw", "consent-withdraw", "kabar berkala dihentikan"],
  ])(
    "%s is fulfilled by an officer of the Dinsos through the API, and by nobody else",
    async (command, right, category, receipt) => {
      const { number, texts } = await asked(command);
      expect([(await act("sari", number, right)).status, (await act("operator", number, right)).status]).toEqual([
        404, 403,
      ]);
      const wrong = right === "export" ? "forget" : "export";
      expect(await act("dina", number, wrong)).toMatchObject({ status: 400 });
      expect(await act("dina", number, right)).toMatchObject({ status: 200, body: { state: "closed", category } });
      expect((await act("dina", number, right)).status, "repeated").toBe(200);
      await expect.poll(texts, { timeout: 15_000 }).toContain(`Permintaan ${number}`);
      await expect.poll(texts, { timeout: 15_000 }).toContain(receipt);
      expect(texts()).not.toContain(NIK);
      const audit = await running.service.runtime.store.auditEntries(1, 100);
      expect(audit.filter(({ subject }) => subject === number)).toMatchObject([{ actor: "dina", action: right }]);
    },
  );

  it("that is closed unfulfilled gives the reason, can be opened again by its citizen, and can then be fulfilled", async () => {
    const { chat, number, texts } = await asked("HAPUS");
    const close = { id: "close-00001", text: "Chat ini bukan milik pemohon.", unfulfilled: true };
    expect(await act("dina", number, "close", { ...close, unfulfilled: undefined })).toMatchObject({
      status: 400,
      body: { field: "unfulfilled" },
    });
    expect(await act("dina", number, "close", { ...close, text: "....." })).toMatchObject({
      status: 400,
      body: { code: "NO_WORDS", field: "text" },
    });
    expect(await act("dina", number, "close", { ...close, text: "ok" })).toMatchObject({
      status: 400,
      body: { code: "NO_REASON", field: "text" },
    });
    expect(await act("dina", number, "close", close)).toMatchObject({ status: 200, body: { state: "closed" } });
    await expect.poll(texts, { timeout: 15_000 }).toContain(`permintaan ${number} tidak kami penuhi`);
    expect(texts()).toContain("Chat ini bukan milik pemohon.");
    expect(texts()).not.toContain("selesai: isi chat");
    expect((await act("dina", number, "forget")).status, "closed otherwise").toBe(409);

    const { telegram } = running;
    await telegram.press(chat, `>track.unsolved:${number}`);
    await expect.poll(() => telegram.sent(chat).at(-1)?.text ?? "", { timeout: 15_000 }).toMatch(/belum|cerita|tulis/i);
    await telegram.say(chat, "ini memang nomor saya sendiri, tolong dihapus");
    const ticketNow = () => running.service.runtime.store.ticket(number);
    await expect.poll(ticketNow, { timeout: 15_000 }).toMatchObject({ state: "working", reopened: 1 });
    expect((await ticketNow())?.events.find(({ type }) => type === "dispute")?.text).toContain("nomor saya sendiri");
    expect(await act("dina", number, "forget")).toMatchObject({ status: 200, body: { state: "closed" } });
    await expect.poll(texts, { timeout: 15_000 }).toContain("selesai: isi chat");
  });
});

describe("requests and retention on the command line", () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-rights-"));
  const opened = () => openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  function sapa(...args: string[]) {
    const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
    const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: directory,
      env,
      encoding: "utf8",
    });
    return { status, out: stdout, errors: stderr };
  }

  async function request(store: Store, number: string, category: Category): Promise<string> {
    const [recorded] = await store.recordInbound([inbound(someone(), `tolong cek ${NIK}`)]);
    const conversation = recorded?.conversation ?? "";
    const turn = await store.openTurn(conversation);
    const proof = { person: "p", nik: NIK, tier: 2 as const, until: Date.now() - 1 };
    const session = { ...newSession("id"), lastAt: Date.now() - 3_600_000, proof };
    const masked = { type: "text" as const, text: "tolong cek ••••••••••••••01" };
    const result = { session, replies: [], effects: [], outcome: "handled" as const, masked, stripAt: proof.until };
    await store.commitTurn(turn!, result);
    const base = { district: "lamongan", locale: "id", openedAt: Date.now(), person: {} } as const;
    await store.openTicket({ ...base, number, category, text: "", conversation });
    return conversation;
  }

  it("retention with --dry-run counts old records, and without it drops them", async () => {
    const store = await opened();
    const conversation = await request(store, "LMG-26-000009-1", "data-copy");
    await store.close();
    const count = (out: string) =>
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { of: string; count: number })
        .find(({ of }) => of === "numbers in resting sessions")?.count;
    const dry = sapa("retention", "run", "--dry-run", "--json");
    expect([dry.status, count(dry.out)]).toEqual([0, 1]);
    const again = sapa("retention", "run", "--json");
    expect([again.status, count(again.out)], "a dry run changes nothing").toEqual([0, 1]);
    expect(count(sapa("retention", "run", "--dry-run", "--json").out)).toBe(0);
    const after = await opened();
    expect(JSON.stringify(await after.storedSession(conversation))).not.toContain(NIK);
    await after.close();
  }, 60_000);

  it("export writes a file for its owner alone, forget and withdraw send a confirmation, and only the Dinsos may do so", async () => {
    const store = await opened();
    for (const one of officers) await store.saveOfficer(one, null);
    const [copied, forgotten, withdrawn] = ["LMG-26-000001-1", "LMG-26-000002-1", "LMG-26-000003-1"] as const;
    await request(store, copied, "data-copy");
    const gone = await request(store, forgotten, "data-delete");
    const unbound = await request(store, withdrawn, "consent-withdraw");
    await store.close();

    expect(sapa("tickets", "forget", forgotten, "--by", "sari").status).not.toBe(0);
    expect(sapa("tickets", "forget", forgotten, "--by", "wati")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("no officer wati"),
    });
    const file = join(directory, "copy.txt");
    expect(sapa("tickets", "export", copied, "--by", "dina", "--out", file)).toMatchObject({ status: 0 });
    expect(readFileSync(file, "utf8")).toContain("tolong cek ••••••••••••••01");
    expect(statSync(file).mode & 0o077, "for its owner only").toBe(0);
    expect(sapa("tickets", "export", copied, "--by", "dina", "--out", file).status, "no file is written over").not.toBe(
      0,
    );
    expect(existsSync(file)).toBe(true);
    expect(sapa("tickets", "forget", forgotten, "--by", "dina").status).toBe(0);
    expect(sapa("tickets", "withdraw", withdrawn, "--by", "dina").status).toBe(0);

    const after = await opened();
    expect((await after.chatRecords(gone)).said).toEqual([]);
    expect((await after.storedSession(unbound))?.session).not.toHaveProperty("proof");
    for (const number of [copied, forgotten, withdrawn]) expect((await after.ticket(number))?.state).toBe("closed");
    const audit = (await after.auditEntries(1, 10)).map(({ actor, action, subject }) => [actor, action, subject]);
    expect(audit).toEqual([
      ["dina", "export", copied],
      ["dina", "forget", forgotten],
      ["dina", "withdraw", withdrawn],
    ]);
    await after.close();
  }, 120_000);
});
