import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/doctor/check.ts";
import type { Generation, RowKind } from "../../src/register/recipient.ts";
import { inbound, someone } from "../support/messages.ts";
import { OFFICERS, startHealthy, WHATSAPP_CHAT, type World } from "./healthy.ts";

const DAY = 86_400_000;
const TELEGRAM = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_API_ROOT", "TELEGRAM_OPERATORS_CHAT"];
const WHATSAPP = ["TOKEN", "APP_SECRET", "VERIFY_TOKEN", "PHONE_NUMBER_ID", "BUSINESS_ACCOUNT_ID", "API_ROOT"];
const TEMPLATES = ["TEMPLATE_NEWS", "TEMPLATE_TICKET"];
const NO_PLATFORM = Object.fromEntries(
  [...TELEGRAM, ...[...WHATSAPP, ...TEMPLATES].map((name) => `WHATSAPP_${name}`)].map((name) => [name, ""]),
);
const otherKey = Buffer.alloc(32, "other").toString("base64");

let world: World;
beforeAll(async () => {
  world = await startHealthy();
}, 60_000);
afterAll(() => world.close());

let undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});
function put<T extends object, K extends keyof T>(where: T, name: K, value: T[K]): void {
  const before = where[name];
  where[name] = value;
  undo.push(() => (where[name] = before));
}

const notFine = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict !== "ok");

describe("sapa doctor", { timeout: 60_000 }, () => {
  it("finds no problem in a whole installation", async () => {
    const findings = await world.look();
    expect(notFine(findings)).toEqual([]);
    expect(new Set(findings.map(({ check }) => check)).size).toBeGreaterThanOrEqual(17);
  });

  it("says on which day the office last changed its own facts", async () => {
    const at = new Date("2026-11-20T03:04:00Z");
    const files = readdirSync(world.own, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    for (const { parentPath, name } of files) utimesSync(join(parentPath, name), at, at);
    const says = (await world.look()).flatMap(({ check, says }) => (check === "texts" ? [says] : []));
    expect(says.join("\n")).toContain("own facts were last changed or signed on 2026-11-20 10.04 WIB");
  });

  it("sends no message, except with `send` one message to the operators' chat", async () => {
    await world.look();
    expect(world.telegram.sent(-100_777)).toHaveLength(0);
    expect(notFine(await world.look({ send: true }))).toEqual([]);
    expect(world.telegram.sent(-100_777)).toHaveLength(1);
    expect(world.whatsapp.calls.filter(({ name }) => name === "messages")).toEqual([]);
  });

  type Change = NonNullable<Parameters<World["look"]>[0]>;
  type Plant = () => unknown;
  const mistakes: { label: string; plant: Plant; check: string; verdict?: string; says: RegExp }[] = [
    {
      label: "a setting of the wrong form",
      plant: () => ({ environment: { PORT: "eighty" } }),
      check: "settings",
      says: /^PORT: /,
    },
    {
      label: "another sealing key",
      plant: () => ({ environment: { SEAL_KEYS: `1:${otherKey}` } }),
      check: "keys",
      says: /SEAL_KEYS: key 1 is not the key 1/,
    },
    {
      label: "another index key",
      plant: () => ({ environment: { INDEX_KEY: otherKey } }),
      check: "keys",
      says: /INDEX_KEY: this is not the key/,
    },
    {
      label: "data of a newer release",
      plant: () => setForm(99),
      check: "store",
      says: /form 99 of a newer release/,
    },
    {
      label: "data of an older release",
      plant: () => setForm(9),
      check: "store",
      verdict: "warning",
      says: /form 9, and this release writes form \d+/,
    },
    {
      label: "a register whose file is gone",
      plant: async () => {
        const live = await world.store.generation("register", "lamongan");
        const path = join(world.service.directory, "register", `register-lamongan-${live?.id}.db`);
        renameSync(path, `${path}.away`);
        undo.push(() => renameSync(`${path}.away`, path));
      },
      check: "register",
      says: /the file of the register is gone/,
    },
    {
      label: "no register, while no citizen has reported yet",
      plant: () => withStore({ generation: async () => undefined }),
      check: "register",
      verdict: "warning",
      says: /no register is imported yet, so nobody is found; import it before citizens are told/,
    },
    {
      label: "no register while citizens report",
      plant: () => withStore({ generation: async () => undefined, counts: async () => [1] }),
      check: "register",
      says: /no register is imported, so nobody is found/,
    },
    {
      label: "a register of half a year ago",
      plant: () => withGeneration({ asOf: new Date(Date.now() - 190 * DAY).toISOString().slice(0, 10) }, "register"),
      check: "register",
      verdict: "warning",
      says: /the register is of \d{4}-\d\d-\d\d, 190 days ago/,
    },
    {
      label: "a register with unmapped words",
      plant: () => withGeneration({ unread: 120 }, "register"),
      check: "register",
      verdict: "warning",
      says: /120 people of the register have a status that nobody has mapped/,
    },
    {
      label: "an aid list with refused rows",
      plant: () => withGeneration({ refused: { count: 7, rows: [3, 5, 8, 9, 12] } }, "aid"),
      check: "register",
      verdict: "warning",
      says: /^\w+: 7 rows of the aid list were refused \(rows 3, 5, 8, 9, 12 \.\.\.\), so citizens are told nothing of them$/,
    },
    {
      label: "no aid list",
      plant: () => withGeneration(undefined, "aid"),
      check: "register",
      verdict: "warning",
      says: /no aid list is imported/,
    },
    {
      label: "no officer at all",
      plant: () => withStore({ officers: async () => [] }),
      check: "officers",
      says: /no officer is set up, and every ticket waits/,
    },
    {
      label: "an unsigned text",
      plant: () => {
        const path = join(world.own, "lamongan", "answers", "news.json");
        const before = readFileSync(path);
        rmSync(path);
        undo.push(() => writeFileSync(path, before, { mode: 0o600 }));
      },
      check: "texts",
      verdict: "warning",
      says: /^lamongan: 1 text is not signed off$/,
    },
    {
      label: "an own file of the office that nothing reads",
      plant: () => {
        const path = join(world.own, "lamongan", "ofices.csv");
        writeFileSync(path, "id,name\n", { mode: 0o600 });
        undo.push(() => rmSync(path));
      },
      check: "texts",
      says: /ofices\.csv: nothing reads this file; there are .*offices\.csv/,
    },
    {
      label: "an own answer of the office under a mistyped name",
      plant: () => {
        const path = join(world.own, "lamongan", "answers", "neus.json");
        writeFileSync(path, "{}", { mode: 0o600 });
        undo.push(() => rmSync(path));
      },
      check: "texts",
      says: /neus\.json:1: nothing that ships has it \(the nearest is news\), and a new one needs source, /,
    },
    {
      label: "a disk that is nearly full",
      plant: () => ({ scene: { room: async () => ({ free: 150 * 1_048_576, files: 1_000_000 }) } }),
      check: "room",
      says: /only 150 MB are free/,
    },
    {
      label: "data that others may read",
      plant: () => {
        chmodSync(world.service.directory, 0o755);
        undo.push(() => chmodSync(world.service.directory, 0o700));
      },
      check: "files",
      verdict: "warning",
      says: /others may open/,
    },
    {
      label: "a backup of last month",
      plant: () => {
        const path = join(world.service.directory, "last-backup");
        utimesSync(path, new Date(), new Date(Date.now() - 30 * DAY));
        undo.push(() => utimesSync(path, new Date(), new Date()));
      },
      check: "backup",
      says: /the last backup is 30 days old/,
    },
    {
      label: "messages that wait on the disk",
      plant: () => {
        const path = join(world.service.directory, "spool", "left.spool");
        mkdirSync(join(world.service.directory, "spool"), { recursive: true, mode: 0o700 });
        writeFileSync(path, "x");
        undo.push(() => rmSync(path, { force: true }));
        return { scene: { now: () => Date.now() + 600_000 } };
      },
      check: "spool",
      says: /waited on the disk for 10 minutes/,
    },
    {
      label: "a clock that is wrong",
      plant: () => {
        put(world.telegram.state, "ahead", 200_000);
        put(world.whatsapp.state, "ahead", 0);
      },
      check: "telegram",
      says: /clock is (199|2\d\d) seconds behind Telegram's/,
    },
    {
      label: "a proxy that does not reach the service",
      plant: () => put(world.proxy.state, "answer", 502),
      check: "public-url",
      says: /answers 502: it does not reach the service/,
    },
    {
      label: "a proxy that leads to another server",
      plant: () => put(world.proxy.state, "answer", 404),
      check: "public-url",
      says: /something else than this service answers/,
    },
    {
      label: "a PUBLIC_URL that leads elsewhere",
      plant: () => put(world.proxy.state, "answer", 301),
      check: "public-url",
      says: /sends callers elsewhere/,
    },
    {
      label: "another host's certificate",
      plant: () => {
        world.proxy.show("other");
        undo.push(() => world.proxy.show("localhost"));
      },
      check: "public-url",
      says: /certificate of localhost:\d+ is (another host's|not one that phones accept)/,
    },
    {
      label: "a proxy without X-Forwarded-For",
      plant: () => put(world.proxy.state, "forwards", false),
      check: "public-url",
      verdict: "warning",
      says: /adds no X-Forwarded-For/,
    },
    {
      label: "another program at the port",
      plant: async () => {
        const server = createServer((_, response) => response.end("hello"));
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        undo.push(() => new Promise((resolve) => server.close(resolve)));
        return { environment: { PORT: String((server.address() as AddressInfo).port) } };
      },
      check: "service",
      verdict: "warning",
      says: /another program, or the service with other keys/,
    },
    {
      label: "a Telegram token that is withdrawn",
      plant: () => ({ environment: { TELEGRAM_BOT_TOKEN: "1000:withdrawn" } }),
      check: "telegram",
      says: /Telegram does not take TELEGRAM_BOT_TOKEN/,
    },
    {
      label: "no Telegram webhook",
      plant: () => webhook({ url: "" }),
      check: "telegram",
      says: /no webhook/,
    },
    {
      label: "a Telegram webhook at the old address",
      plant: () => webhook({ url: "https://old.example.go.id/webhooks/telegram/lamongan" }),
      check: "telegram",
      says: /another URL than PUBLIC_URL's/,
    },
    {
      label: "another webhook secret",
      plant: () => failedDelivery("Wrong response from the webhook: 401 Unauthorized"),
      check: "telegram",
      says: /another secret than TELEGRAM_WEBHOOK_SECRET/,
    },
    {
      label: "deliveries that fail with 502",
      plant: () => failedDelivery("Wrong response from the webhook: 502 Bad Gateway"),
      check: "telegram",
      says: /answered 502/,
    },
    {
      label: "a Telegram webhook without channel_post",
      plant: () => webhook({ allowed_updates: ["message", "callback_query", "my_chat_member"] }),
      check: "telegram",
      says: /not asked for channel_post/,
    },
    {
      label: "an operators' chat that the bot has left",
      plant: () => operatorsChat({ status: "left" }),
      check: "telegram",
      says: /the bot is not in the operators' chat/,
    },
    {
      label: "an operators' chat that is not there",
      plant: () => ({ environment: { TELEGRAM_OPERATORS_CHAT: "-4242" } }),
      check: "telegram",
      says: /knows no chat of TELEGRAM_OPERATORS_CHAT/,
    },
    {
      label: "an operators' chat in which the bot may not write",
      plant: () => operatorsChat({ status: "restricted", can_send_messages: false }),
      check: "telegram",
      says: /may not write in the operators' chat/,
    },
    {
      label: "an operators' group in which only its administrators may write",
      plant: () => {
        const chat = world.telegram.state.chats.get("-100777");
        if (chat) put(chat, "permissions", { can_send_messages: false });
        operatorsChat({ status: "member" });
      },
      check: "telegram",
      says: /may not write in the operators' chat/,
    },
    {
      label: "an operator who has blocked the bot",
      plant: () => {
        const chat = world.telegram.state.chats.get("-100777");
        if (chat) put(chat, "type", "private");
        world.telegram.state.blocked.add("-100777");
        undo.push(() => world.telegram.state.blocked.clear());
      },
      check: "telegram",
      says: /has blocked the bot/,
    },
    {
      label: "an alert that the operators' chat has refused",
      plant: () => ({ scene: { refusedWith: () => "CHANNEL_REJECTED" } }),
      check: "operators",
      says: /took no alert when one was last raised \(CHANNEL_REJECTED\)/,
    },
    {
      label: "an operators' group that became a supergroup",
      plant: () => {
        world.telegram.state.migrated.set("-100777", -100_888);
        undo.push(() => world.telegram.state.migrated.clear());
      },
      check: "telegram",
      says: /has become a supergroup/,
    },
    {
      label: "no operators' chat",
      plant: () => ({ environment: { TELEGRAM_OPERATORS_CHAT: "" } }),
      check: "operators",
      verdict: "warning",
      says: /no operators' chat is set/,
    },
    {
      label: "a WhatsApp token that has expired",
      plant: () => ({ environment: { WHATSAPP_TOKEN: "expired" } }),
      check: "whatsapp",
      says: /does not take WHATSAPP_TOKEN/,
    },
    {
      label: "another app's secret",
      plant: () => put(world.whatsapp.state.app, "secret", "another"),
      check: "whatsapp",
      says: /does not take WHATSAPP_APP_SECRET/,
    },
    {
      label: "Meta delivers to the old address",
      plant: () => put(world.whatsapp.state.app, "callback", "https://old.example.go.id/webhooks/whatsapp"),
      check: "whatsapp",
      says: /another callback URL than PUBLIC_URL's/,
    },
    {
      label: "the account is not subscribed to the app",
      plant: () => put(world.whatsapp.state.app, "subscribed", false),
      check: "whatsapp",
      says: /not subscribed to the app/,
    },
    {
      label: "the app is not subscribed to messages",
      plant: () => put(world.whatsapp.state.app, "fields", ["account_update"]),
      check: "whatsapp",
      says: /not subscribed to the field messages/,
    },
    {
      label: "a number that is not connected",
      plant: () => put(world.whatsapp.state, "status", "BANNED"),
      check: "whatsapp",
      says: /number is banned and not connected/,
    },
    {
      label: "a paused template",
      plant: () => {
        const [first] = world.whatsapp.state.templates;
        if (first) put(first, "status", "PAUSED");
      },
      check: "whatsapp",
      says: /template sapa_kabar is paused/,
    },
    {
      label: "a template that was never made",
      plant: () => ({ environment: { WHATSAPP_TEMPLATE_NEWS: "sapa_baru" } }),
      check: "whatsapp",
      says: /Meta has no template sapa_baru/,
    },
    {
      label: "no officer who is called for danger",
      plant: async () => {
        const [dina] = OFFICERS;
        if (!dina) return;
        const { urgent: _, ...unmarked } = dina;
        await world.store.saveOfficer(unmarked);
        undo.push(() => world.store.saveOfficer(dina));
      },
      check: "officers",
      says: /^lamongan: nobody is called when somebody is in danger$/,
    },
    {
      label: "an officer without a Telegram chat",
      plant: async () => {
        const [, tono] = OFFICERS;
        if (!tono) return;
        const { telegram: _, ...silent } = tono;
        await world.store.saveOfficer(silent);
        undo.push(() => world.store.saveOfficer(tono));
      },
      check: "officers",
      verdict: "warning",
      says: /^lamongan: 1 officer has no Telegram chat/,
    },
    {
      label: "a Redis that is not there",
      plant: () => ({
        scene: { config: { ...configNow(), redisUrl: "redis://127.0.0.1:1", storeUrl: "mongodb://x" } },
      }),
      check: "redis",
      says: /no Redis can be reached/,
    },
    {
      label: "an audit chain that was cut",
      plant: () => {
        const path = join(world.service.directory, "audit-heads.jsonl");
        writeFileSync(path, `${JSON.stringify({ day: "2026-11-27", serial: 500, mac: "cut" })}\n`);
        undo.push(() => writeFileSync(path, ""));
      },
      check: "audit",
      says: /not the one whose head was noted on 2026-11-27/,
    },
    {
      label: "old data that was not dropped",
      plant: () => {
        const path = join(world.service.directory, "last-backup");
        utimesSync(path, new Date(), new Date(Date.now() + 2 * DAY));
        undo.push(() => utimesSync(path, new Date(), new Date()));
        return { scene: { now: () => Date.now() + 2.5 * DAY } };
      },
      check: "retention",
      verdict: "warning",
      says: /has dropped no old data/,
    },
  ];

  it.each(mistakes)("names $label in one sentence", async ({ plant, check, verdict = "fault", says }) => {
    const change = await plant();
    const found = notFine(await world.look((change ?? {}) as Change)).filter(({ verdict: one }) => one !== "unknown");
    expect(found.map((one) => [one.check, one.verdict, one.says])).toEqual([
      [check, verdict, expect.stringMatching(says)],
    ]);
    expect(found[0]?.next ?? "").not.toBe("");
    expect(JSON.stringify(found)).not.toMatch(/stand-in-secret|meta-(token|secret)|withdrawn|metrics-token/);
  });

  it("reports both unmapped words in a register and the register's age", async () => {
    const asOf = new Date(Date.now() - 190 * DAY).toISOString().slice(0, 10);
    const found = notFine(await world.look((await withGeneration({ unread: 1, asOf }, "register")) as Change));
    expect(found.map(({ check, says }) => [check, says])).toEqual([
      ["register", expect.stringMatching(/1 person of the register has a status that nobody has mapped/)],
      ["register", `lamongan: the register is of ${asOf}, 190 days ago`],
    ]);
  });

  it("reports messages and replies that wait too long, and messages that could not be answered", async () => {
    const now = await world.store.backlog();
    const { store } = world.service.runtime;
    const late = { ...store, backlog: async () => ({ ...now, unanswered: 25 * 60_000, oldest: 3_600_000, dead: 2 }) };
    const found = notFine(await world.look({ scene: { store: late } }));
    expect(found.map(({ check, says }) => [check, says])).toEqual([
      ["queue", "a message has waited 25 minutes for its answer"],
      ["queue", "a reply has waited 60 minutes to be sent"],
      ["queue", "2 messages could not be answered and need a person"],
    ]);
  });

  it("reports messages for a channel that is off in one finding, which says what to do", async () => {
    const { store } = world.service.runtime;
    const off = { channel: "terminal", account: "jombang" };
    await store.recordInbound([inbound({ ...off, address: "1" }, "halo"), inbound({ ...off, address: "2" }, "cek")]);
    const now = await store.backlog();
    const late = { ...store, backlog: async () => ({ ...now, unanswered: 25 * 60_000 }) };
    const found = notFine(await world.look({ scene: { store: late } }));
    expect(found).toEqual([
      {
        check: "queue",
        verdict: "warning",
        says: "2 messages and 0 replies wait in chats of terminal jombang, which is not on here",
        next: expect.stringContaining("npx --no sapa channels set-aside terminal jombang"),
      },
    ]);
    expect(await store.giveUpWaitingMessages(off)).toEqual({ inbound: 2, outbound: 0 });
    for (const { key } of await store.deadLetters(10)) await store.dropDeadLetter(key);
    expect(notFine(await world.look())).toEqual([]);
  });

  it("changes no check value of a key, no officer and no audit entry", async () => {
    const path = join(world.service.directory, "sapa.db");
    const read = () => {
      const db = new DatabaseSync(path, { readOnly: true });
      const all = ["meta where name <> 'in use'", "officer", "audit"].map((from) =>
        db.prepare(`select * from ${from}`).all(),
      );
      db.close();
      return JSON.stringify(all);
    };
    await world.store.recordInbound([inbound(someone(), "halo")]);
    await expect.poll(async () => (await world.store.backlog()).inbound, { timeout: 20_000 }).toBe(0);
    const before = read();
    await world.look({ environment: { SEAL_KEYS: `${world.environment.SEAL_KEYS},2:${otherKey}` } });
    expect(read()).toBe(before);
  });

  it("notices that the running service works on other data than a restored copy with the same keys", async () => {
    const copy = mkdtempSync(join(tmpdir(), "sapa-restored-"));
    undo.push(() => rmSync(copy, { recursive: true, force: true }));
    const from = new DatabaseSync(join(world.service.directory, "sapa.db"), { readOnly: true });
    from.exec(`vacuum into '${join(copy, "sapa.db")}'`);
    from.close();
    for (const part of ["register", "last-backup"])
      cpSync(join(world.service.directory, part), join(copy, part), { recursive: true });
    const before = readdirSync(copy).sort();
    const found = await world.look({ environment: { DATA_DIR: copy } });
    const said = (name: string) => found.filter(({ check }) => check === name);
    expect(said("service")).toMatchObject([
      {
        verdict: "warning",
        says: expect.stringContaining(`has these keys and other data; no process works the data in ${copy}`),
      },
    ]);
    expect(said("public-url")).toMatchObject([
      { verdict: "warning", says: expect.stringContaining("works other data") },
    ]);
    expect(said("backup")).toMatchObject([{ verdict: "ok" }]);
    expect(readdirSync(copy).sort()).toEqual(before);
  });

  it("reports a fault for an office with only the web chat, because no officer is told of a ticket", async () => {
    const found = notFine(await world.look({ environment: NO_PLATFORM }));
    expect(found.filter(({ check }) => check === "officers")).toMatchObject([
      {
        verdict: "fault",
        says: expect.stringMatching(/no officer is told of a ticket, not even of somebody in danger/),
        next: expect.stringMatching(/Telegram bot.*npx --no sapa tickets list --district lamongan/),
      },
    ]);
  });

  it("accepts officers without Telegram only if they have a chat on another channel of the office", async () => {
    const environment = { ...world.environment, ...Object.fromEntries(TELEGRAM.map((name) => [name, ""])) };
    const chats = [WHATSAPP_CHAT];
    const without = { officers: async () => OFFICERS.map(({ telegram: _, ...one }) => one) };
    const silent = notFine(await world.look({ environment, ...withStore(without) }));
    expect(silent.filter(({ check }) => check === "officers")).toMatchObject([
      { verdict: "fault", next: expect.stringContaining("--chat CHANNEL:ADDRESS") },
    ]);
    const heard = { officers: async () => OFFICERS.map(({ telegram: _, ...one }) => ({ ...one, chats })) };
    const fine = notFine(await world.look({ environment, ...withStore(heard) }));
    expect(fine.filter(({ check }) => check === "officers")).toEqual([]);
  });

  it.each([
    ["has never met the bot", false, /^lamongan: dina: their Telegram chat has never written to the bot/],
    ["blocks the bot", true, /^lamongan: dina: their chat on telegram takes no messages/],
  ])("reports a fault if the only officer who is called for danger %s", async (_, isMet, says) => {
    const silent = { isReachable: async () => false, ...(isMet ? {} : { conversationOf: async () => undefined }) };
    const one = { officers: async () => OFFICERS.slice(0, 1) };
    const found = notFine(await world.look(withStore({ ...one, ...silent })));
    expect(found.filter(({ verdict }) => verdict === "fault")).toMatchObject([
      {
        check: "officers",
        says: "lamongan: nobody can be told of somebody in danger, of violence, of what accuses officials",
        next: "npx --no sapa staff invite dina",
      },
      { check: "officers", says: expect.stringMatching(says) },
    ]);
  });

  it("a platform that hangs delays no other check and gets the verdict unknown", async () => {
    world.telegram.fail("getMe", "hang", 1);
    const found = notFine(await world.look());
    expect(found.map(({ check, verdict }) => [check, verdict])).toEqual([["telegram", "unknown"]]);
  });
});

function setForm(form: number): void {
  const set = (value: number) => {
    const db = new DatabaseSync(join(world.service.directory, "sapa.db"));
    db.exec(`pragma user_version = ${value}`);
    db.close();
  };
  const db = new DatabaseSync(join(world.service.directory, "sapa.db"), { readOnly: true });
  const before = Number(db.prepare("pragma user_version").get()?.user_version);
  db.close();
  set(form);
  undo.push(() => set(before));
}

function webhook(more: object): void {
  world.setWebhook(more);
  undo.push(() => world.setWebhook());
}

const failedDelivery = (message: string) =>
  webhook({ last_error_date: Math.floor(Date.now() / 1_000), last_error_message: message });

function operatorsChat(member: Record<string, unknown>): void {
  const chat = world.telegram.state.chats.get("-100777");
  if (chat) put(chat, "member", member);
}

const withStore = (over: Partial<World["store"]>) => ({ scene: { store: { ...world.store, ...over } } });

/** If `over` is undefined, the store has no list of this kind. */
const withGeneration = (over: Partial<Generation> | undefined, kind: RowKind) =>
  withStore({
    generation: async (asked, district) => {
      const live = await world.store.generation(asked, district);
      if (asked !== kind) return live;
      return over && live ? { ...live, ...over } : undefined;
    },
  });

const configNow = () => world.service.runtime.config;
