import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-staff-change-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const sapa = (...args: string[]) =>
  sapaHere(args, { cwd: directory, env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" } });
const add = (...args: string[]) => sapa("staff", "add", ...args);
const NEW = ["--district", "lamongan", "--name", "Ratna", "--rung", "dinsos"];
const VILLAGE = ["--district", "lamongan", "--name", "Sari", "--rung", "village", "--area", "3524012001"];
const recordOf = async (id: string) => {
  const { out } = await sapa("staff", "list", "--json");
  const all = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return all.find((one) => one.id === id);
};

it("staff add keeps fields that are not given, and its --no- options remove marks", {
  timeout: 120_000,
}, async () => {
  await add("ratna", ...NEW, "--sensitive", "--urgent", "--survivor", "--telegram", "71");
  const before = await recordOf("ratna");
  expect((await add("ratna", ...NEW.slice(0, 3), "Bu Ratna", "--rung", "dinsos")).out).toContain("sensitive");
  expect(await recordOf("ratna")).toEqual({ ...before, name: "Bu Ratna" });
  expect((await add("ratna", "--token")).out).toContain("sapa_");
  expect(await recordOf("ratna")).toEqual({ ...before, name: "Bu Ratna" });
  const made = await sapa(
    ...["tickets", "new", "--district", "lamongan", "--category", "cut", "--area", "3524012001", "--json"],
    ...["--by", "ratna", "--text", "dipotong"],
  );
  const { number } = JSON.parse(made.out);
  await sapa("tickets", "take", number, "--officer", "ratna");
  const unmarked = (await add("ratna", "--no-sensitive")).out;
  expect(unmarked).toContain("1 open ticket is routed again");
  expect(unmarked).toMatch(/^lamongan: nobody reads what accuses officials, and 1 open ticket waits for somebody who/m);
  expect((await sapa("staff", "check")).out).toMatch(/accuses officials, and 1 open ticket waits/);
  expect((await add("ratna", "--name", "Bu Ratna")).out, "said once, by the change that did it").not.toContain(
    "nobody",
  );
  expect((await sapa("tickets", "list", "--officer", "ratna")).out).not.toContain(number);
  expect(await recordOf("ratna")).toMatchObject({ sensitive: false, urgent: true, survivor: true, telegram: "71" });
  const marks = await add("ratna", "--no-urgent", "--no-survivor", "--json");
  expect(JSON.parse(marks.out).gaps).toEqual([
    expect.stringMatching(/nobody is called when somebody is in danger: .*--urgent$/),
    expect.stringMatching(/nobody reads what follows violence: .*--survivor$/),
  ]);
  await add("ratna", "--sensitive", "--urgent", "--survivor");
  const off = (await sapa("staff", "off", "ratna")).out;
  expect(off).toMatch(/^lamongan: nobody reads what accuses officials, and 1 open ticket waits/m);
});

it("staff add names the lost options of an officer who was off", { timeout: 120_000 }, async () => {
  const ani = ["ani", "--district", "lamongan", "--name", "Ani", "--rung", "dinsos"];
  await add(...ani, "--urgent", "--sensitive", "--telegram", "72", "--area", "3524012001");
  await sapa("staff", "off", "ani");
  const { out } = await add(...ani, "--sensitive");
  expect(out).toMatch(/^ani was off and begins anew, without --telegram, --area, --urgent: /m);
  expect((await add(...ani, "--urgent")).out).not.toContain("was off");
  await sapa("staff", "off", "ani");
  expect(JSON.parse((await add(...ani, "--json")).out).lost).toEqual(["--sensitive", "--urgent"]);
});

it("staff add keeps an officer's places, and refuses a rung that does not fit the places or marks", {
  timeout: 120_000,
}, async () => {
  await add("sari", ...VILLAGE);
  expect((await add("sari", "--name", "Bu Sari")).out).toContain("3524012001");
  expect((await add("sari", "--area", "3524012002")).out).toMatch(/3524012002(?!,)/);
  expect(await add("sari", "--rung", "dinsos")).toMatchObject({ status: 2, errors: expect.stringContaining("--area") });
  expect((await add("sari", "--rung", "dinsos", "--all-areas", "--urgent")).out).toContain("whole district");
  expect(await add("sari", "--rung", "tksk")).toMatchObject({
    status: 2,
    errors: expect.stringContaining("--no-urgent"),
  });
  expect(await recordOf("sari")).toMatchObject({ rung: "dinsos", urgent: true, allAreas: true, areas: [] });
});

it.each([
  ["a new officer", []],
  ["an officer who is off", ["--name", "Sari"]],
])("staff add of %s asks for the missing --district", async (who, given) => {
  if (who.endsWith("off")) {
    await add("budi", ...VILLAGE);
    await sapa("staff", "off", "budi");
  }
  const { status, errors } = await add("budi", ...given);
  expect([status, errors]).toEqual([2, expect.stringMatching(/budi is new or off: --district/)]);
});
