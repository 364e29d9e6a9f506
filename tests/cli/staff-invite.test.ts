import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { BOT } from "../support/runtime.ts";
import { sapaHere } from "../support/sapa.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

let directory: string;
let telegram: Telegram;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-invite-"));
  telegram = await startTelegram(BOT);
});
afterAll(async () => {
  await telegram.close();
  rmSync(directory, { recursive: true, force: true });
});

const sapa = (...args: string[]) =>
  sapaHere(args, {
    cwd: directory,
    env: {
      ...KEY_SETTINGS,
      DATA_DIR: directory,
      DISTRICTS: "lamongan,jombang",
      TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
      TELEGRAM_API_ROOT: telegram.url,
    },
  });

describe("sapa staff invite", { timeout: 120_000 }, () => {
  it("prints a link for an officer's name, and a later change keeps the chat unless --no-telegram is given", async () => {
    const sari = ["--district", "lamongan", "--name", "Bu Sari", "--rung", "village", "--area", "3524012001"];
    await sapa("staff", "add", "sari", ...sari, "--telegram", "7001");
    const { status, out } = await sapa("staff", "invite", "bu sari");
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^https:\/\/t\.me\/stand_in_bot\?start=undangan-\S{22}\n.*sari.*once/),
    ]);
    await sapa("staff", "add", "sari", ...sari);
    const listed = (await sapa("staff", "list", "--json")).out;
    expect(JSON.parse(listed)).toMatchObject({ id: "sari", telegram: "7001" });
    expect(listed).not.toContain("mark");
    expect(
      JSON.parse((await sapa("staff", "add", "sari", ...sari, "--no-telegram", "--json")).out).telegram,
    ).toBeUndefined();
  });

  it("refuses an unknown officer, an ambiguous name, a district without a bot, and an officer who is off", async () => {
    const add = (id: string, name: string, district = "lamongan") =>
      sapa("staff", "add", id, "--district", district, "--name", name, "--rung", "dinsos");
    for (const id of ["budi1", "budi2"]) await add(id, "Budi");
    await add("joko", "Joko", "jombang");
    expect(await sapa("staff", "invite", "nobody")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("nobody"),
    });
    expect(await sapa("staff", "invite", "Budi")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("budi1, budi2"),
    });
    expect(await sapa("staff", "invite", "joko")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("no Telegram bot"),
    });
    await sapa("staff", "off", "budi1");
    expect(await sapa("staff", "invite", "budi1")).toMatchObject({
      status: 1,
      errors: expect.stringContaining("is off"),
    });
  });
});
