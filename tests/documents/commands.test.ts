import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { openScratch, type Ran } from "./scratch.ts";
import { commandsIn, shownCommands } from "./shown.ts";
import { PLACEHOLDERS, TRIALS, type Trial } from "./table.ts";

const root = join(import.meta.dirname, "../..");
const shown = shownCommands();
const whole = [...new Map(shown.map((one) => [`${one.command} ${one.input ?? ""}`, one])).values()];
const trialOf = (command: string): Trial | undefined => (Object.hasOwn(TRIALS, command) ? TRIALS[command] : undefined);

describe("a page's commands are found", () => {
  it.each([
    ["in a line, over its end", "as `npx --no sapa staff\ncheck` does", [{ command: "sapa staff check" }]],
    [
      "in a block, two in a line",
      "```sh\nnpm ci && npm test   # all\n```\n",
      [{ command: "npm ci" }, { command: "npm test" }],
    ],
    ["in a container", "`docker compose exec -T web sapa migrate`", [{ command: "sapa migrate" }]],
    ["in an indented block, with settings", "x:\n\n    A=1 B=2 npm run demo\n", [{ command: "npm run demo" }]],
    [
      "with input and output",
      "```\nsapa import aid - < /r/a.csv\nsapa keys >> x\n```\n",
      [{ command: "sapa import aid -", input: "/r/a.csv" }, { command: "sapa keys" }],
    ],
  ])("%s", (_, markdown, found) => expect(commandsIn(markdown)).toEqual(found));

  it.each(["`sapa.db`", "`npm`", "the command `sapa`", "```sh\nsystemctl restart sapa-bansos\n```\n"])(
    "and nothing else: %s",
    (markdown) => expect(commandsIn(markdown)).toEqual([]),
  );
});

it.each(shown)("$page: `$command` is known to tests/documents/table.ts", ({ command }) => {
  expect(trialOf(command)).toBeDefined();
});

it("the settings that docs/go-live.md shows make a service with Telegram", () => {
  const blocks = [...readFileSync(join(root, "docs/go-live.md"), "utf8").matchAll(/^```ini\n([\s\S]*?)^```$/gm)];
  const shownSettings = parseEnv(blocks.map(([, block]) => block).join("\n"));
  const config = loadConfig({ ...KEY_SETTINGS, ...shownSettings });
  expect(config.districts).toEqual(["lamongan"]);
  expect(config.channels.map(({ name }) => name)).toContain("telegram");
  // These values come from deploy/: the unit's StateDirectory and the proxies' port.
  expect([config.dataDir, config.host, config.port]).toEqual(["/var/lib/sapa-bansos", "127.0.0.1", 3000]);
});

describe("the commands, in the order of the pages", () => {
  let scratch: Awaited<ReturnType<typeof openScratch>>;
  beforeAll(async () => {
    scratch = await openScratch();
    for (const set of [
      "staff add dina --district lamongan --name Dina --rung dinsos --sensitive --urgent --survivor",
      "telegram setup --district lamongan",
    ])
      expect(await scratch.run(set.split(" "))).toMatchObject({ code: 0 });
  });
  afterAll(() => scratch.close());

  async function openTicket(): Promise<string> {
    const words = ["--district", "lamongan", "--category", "not-paid", "--text", "belum cair", "--area", "3524012001"];
    const { output } = await scratch.run(["tickets", "new", ...words, "--nik", PLACEHOLDERS.NIK ?? "", "--by", "dina"]);
    return /LMG-\d\d-\d{6}-\d/.exec(output)?.[0] ?? output;
  }

  async function tried(command: string, input: string | undefined): Promise<Ran> {
    const words = [...command.matchAll(/"([^"]*)"|\S+/g)].slice(1).map(([word, quoted]) => quoted ?? word);
    const filled = await Promise.all(
      words.map((word) => (word === "NUMBER" ? openTicket() : (PLACEHOLDERS[word] ?? word))),
    );
    const alone = input !== undefined || ["version", "--version", "help"].includes(filled[0] ?? "");
    return alone ? scratch.spawn(filled, input) : scratch.run(filled);
  }

  it.each(whole)("`$command`", async ({ command, input }) => {
    const trial = trialOf(command) ?? {};
    if (trial === "named") return expect(await tried(`${command} --help`, input)).toMatchObject({ code: 0 });
    if ("suite" in trial) return expect(existsSync(join(root, trial.suite))).toBe(true);
    const { code, output } = await tried(trial.as ?? command, input);
    expect({ code, output }).toEqual({ code: trial.exit ?? 0, output });
  });
});
