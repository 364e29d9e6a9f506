import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSignalTables, openSignals } from "../../src/signal-tables.ts";
import { SIGNALS, type Signal } from "../../src/signals/signal-names.ts";
import { parseTable } from "../../src/signals/table.ts";

const locales = join(import.meta.dirname, "../../locales");
const reader = openSignals(locales);
const { shared } = loadSignalTables(locales);
const paths = globSync("*/signals/*.tsv", { cwd: locales })
  .filter((path) => basename(path) !== "concepts.tsv")
  .sort();

it("every signal has a table in Indonesian, and every table a signal", () => {
  expect(SIGNALS.filter((signal) => !existsSync(join(locales, "id/signals", `${signal}.tsv`)))).toEqual([]);
  const named = new Set(paths.map((path) => basename(path, ".tsv")));
  expect([...named].filter((name) => !(SIGNALS as readonly string[]).includes(name))).toEqual([]);
});

describe.each(paths)("%s", (path) => {
  const signal = basename(path, ".tsv") as Signal;
  const table = parseTable(readFileSync(join(locales, path), "utf8"), shared);

  it("has examples of both kinds", () => {
    expect(table.must.length).toBeGreaterThan(0);
    expect(table.mustNot.length).toBeGreaterThan(0);
  });

  it.each(table.must)("fires at: %s", (text) => expect(reader.read(text)).toContain(signal));
  it.each(table.mustNot)("does not fire at: %s", (text) => expect(reader.read(text)).not.toContain(signal));

  it("has an example for every phrase", () => {
    const fired = new Set(
      table.must.flatMap((text) => reader.find(reader.words(text), [signal]).map((one) => one.phrase)),
    );
    expect(table.phrases.map(({ text }) => text).filter((text) => !fired.has(text))).toEqual([]);
  });
});
