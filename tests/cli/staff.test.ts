import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { meetChat } from "../support/chats.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { BOT } from "../support/runtime.ts";
import { sapaHere } from "../support/sapa.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-staff-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const sapa = (...args: string[]) =>
  sapaHere(args, {
    cwd: directory,
    env: {
      ...KEY_SETTINGS,
      DATA_DIR: "data",
      DISTRICTS: "lamongan,jombang",
      TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
    },
  });
const VILLAGE = ["--district", "lamongan", "--rung", "village", "--area", "3524012001"];

describe("sapa staff", { timeout: 180_000 }, () => {
  it.each([
    ["an unknown rung", ["add", "sari", "--district", "lamongan", "--name", "S", "--rung", "vilage"], "rung"],
    ["a place of another district", ["add", "sari", "--name", "S", ...VILLAGE, "3517012001"], "3517012001"],
    ["a district that is not set up", ["add", "sari", "--district", "x", "--name", "S", "--rung", "dinsos"], "x"],
    [
      "a village officer marked for what names officials",
      ["add", "sari", "--name", "S", ...VILLAGE, "--sensitive"],
      "Dinsos",
    ],
    [
      "a village officer without a place",
      ["add", "sari", "--district", "lamongan", "--name", "S", "--rung", "village"],
      "--area",
    ],
    [
      "a companion without a place",
      ["add", "cici", "--district", "lamongan", "--name", "S", "--rung", "companion"],
      "--area",
    ],
    ["a TKSK without a place", ["add", "t1", "--district", "lamongan", "--name", "S", "--rung", "tksk"], "--all-areas"],
    ["a place and the whole district", ["add", "sari", "--name", "S", ...VILLAGE, "--all-areas"], "not both"],
    ...["system", "citizen", "cli", "operator"].map((id): [string, string[], string] => [
      `the name ${id}, which is nobody's`,
      ["add", id, "--district", "lamongan", "--name", "S", "--rung", "dinsos"],
      id,
    ]),
    ["an id with spaces", ["add", "Ibu Sari", "--name", "S", ...VILLAGE], "id"],
    ["an unknown officer", ["off", "nobody"], "nobody"],
  ])("refuses %s with 2 and names it", async (_, args, named) => {
    const { status, errors } = await sapa("staff", ...args);
    expect([status, errors]).toEqual([2, expect.stringContaining(named)]);
  });

  it("adds and lists an officer, gives and transfers tickets, and routes tickets again after `off`", async () => {
    expect((await sapa("staff", "add", "sari", "--name", "Sari", ...VILLAGE)).status).toBe(0);
    expect((await sapa("staff", "add", "tini", "--name", "Tini", ...VILLAGE)).status).toBe(0);
    const added = await sapa(
      "staff",
      "add",
      "dina",
      "--district",
      "lamongan",
      "--name",
      "Dina",
      "--rung",
      "dinsos",
      "--token",
    );
    expect(added.out).toMatch(/token \(shown once\): sapa_[\w-]{32}/);
    const listed = (await sapa("staff", "list", "--json")).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(listed.map(({ id }) => id).sort()).toEqual(["dina", "sari", "tini"]);
    expect(JSON.stringify(listed)).not.toContain("sapa_");

    const made = await sapa(
      "tickets",
      "new",
      ..."--district lamongan --category not-paid --area 3524012001 --json".split(" "),
      "--text",
      "belum cair",
    );
    const { number } = JSON.parse(made.out);
    expect(await sapa("tickets", "take", number)).toMatchObject({ status: 2, errors: expect.stringContaining("--by") });
    expect((await sapa("tickets", "take", number, "--by", "sari")).status).toBe(0);
    expect((await sapa("tickets", "take", "--help")).out).not.toContain("--officer");
    expect((await sapa("tickets", "list", "--officer", "sari")).out).toContain(number);
    expect((await sapa("tickets", "transfer", number, "--to", "tini", "--by", "sari")).status).toBe(0);
    expect((await sapa("tickets", "list", "--officer", "sari")).out).not.toContain(number);
    expect(await sapa("tickets", "answer", number, "  ", "--by", "tini")).toMatchObject({ status: 2 });
    expect((await sapa("tickets", "close", number, "selesai", "--by", "sari")).errors).toContain("not in their list");
    expect((await sapa("tickets", "take", number, "--officer", "sari")).errors).toContain("Tini has");
    expect((await sapa("staff", "off", "tini")).out).toContain("1 open ticket is routed again");
    expect((await sapa("tickets", "list", "--officer", "tini")).out).not.toContain(number);
    expect((await sapa("tickets", "transfer", number, "--to", "tini")).status).toBe(1);
  });

  it("takes several places, separated by spaces or commas", async () => {
    const add = ["staff", "add", "dewi", "--district", "lamongan", "--name", "Dewi", "--rung", "village"];
    await sapa(...add, "--area", "3524012001, 3524012002,", "35.24.01.2003");
    const { out } = await sapa("staff", "list", "--district", "lamongan", "--json");
    const listed = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const codes = ["3524012001", "3524012002", "3524012003"];
    expect(listed.find(({ id }) => id === "dewi")).toMatchObject({ areas: codes });
  });

  it("gives an officer who comes back a token only with --token", async () => {
    const add = (...more: string[]) => sapa("staff", "add", "nina", "--name", "Nina", ...VILLAGE, ...more);
    expect((await add("--token")).out).toContain("sapa_");
    expect((await sapa("staff", "off", "nina")).status).toBe(0);
    expect((await add()).out).not.toContain("token");
    expect((await add("--token")).out).toContain("sapa_");
  });

  it("check names each gap of a district until an officer fills it", async () => {
    const all = ["--district", "lamongan", "--rung", "tksk", "--all-areas"];
    expect((await sapa("staff", "add", "semua", "--name", "Semua", ...all)).out).toContain("whole district");
    const gap = await sapa("staff", "check", "--district", "lamongan");
    expect(gap.status).toBe(1);
    expect(gap.out).toMatch(/^lamongan: nobody reads what accuses officials/);
    const dinsos = ["--district", "lamongan", "--rung", "dinsos", "--sensitive"];
    await sapa("staff", "add", "dina", "--name", "Dina", ...dinsos);
    const unmarked = await sapa("staff", "check", "--district", "lamongan");
    expect(unmarked.status).toBe(1);
    expect(unmarked.out.trim().split("\n")).toEqual([
      expect.stringContaining("--urgent"),
      expect.stringContaining("--survivor"),
      expect.stringContaining("nobody can be told of what accuses officials: npx --no sapa staff invite dina"),
    ]);
    await sapa("staff", "add", "dina", "--name", "Dina", ...dinsos, "--urgent", "--survivor");
    const deaf = await sapa("staff", "check", "--district", "lamongan");
    expect([deaf.status, deaf.out]).toEqual([1, expect.stringMatching(/^lamongan: nobody can be told of somebody/)]);
    const unmet = await sapa("staff", "add", "dina", "--telegram", "8002");
    expect(unmet.out).toMatch(/telegram NEVER WROTE[\s\S]*has never written to the bot.*staff invite dina/);
    expect((await sapa("staff", "list")).out).toMatch(/^dina .*telegram NEVER WROTE/m);
    expect((await sapa("staff", "check", "--district", "lamongan")).out).toMatch(
      /^dina: their Telegram chat has never/m,
    );
    const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
    await meetChat(store, { channel: "telegram", address: "8002" }, BOT.token.split(":")[0] ?? "");
    await store.close();
    expect((await sapa("staff", "list")).out).toMatch(/^dina .*telegram yes/m);
    expect(await sapa("staff", "check", "--district", "lamongan")).toMatchObject({
      status: 0,
      out: "nothing is wrong with the officers\n",
    });
  });

  it("a second `migrate` succeeds too", async () => {
    expect([(await sapa("migrate")).status, (await sapa("migrate")).status]).toEqual([0, 0]);
  });
});
