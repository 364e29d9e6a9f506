import { expect, it } from "vitest";
import { loadConfig } from "../src/config.ts";
import { checkDistrict } from "../src/districts/index.ts";
import { KEY_SETTINGS } from "./support/keys.ts";
import { ownPacks } from "./support/scratch-packs.ts";

it.each([
  ["PORT", "x", "PORT: must be a number"],
  ["PORT", "70000", "PORT: must be 65535 or less"],
  ["PUBLIC_URL", "sapa.example", "PUBLIC_URL: must begin with https:// or http://"],
  ["LOG_LEVEL", "loud", "LOG_LEVEL: must be one of debug, info, warn, error, silent"],
])("the wrong setting %s=%s gives a plain sentence", (name, value, sentence) => {
  expect(() => loadConfig({ ...KEY_SETTINGS, DISTRICTS: "lamongan", [name]: value })).toThrow(
    expect.objectContaining({ message: sentence }),
  );
});

it("a pack's file names the field that is missing", () => {
  const root = ownPacks({ "lamongan/status-words.json": { valid: ["COCOK"], invalid: 1 } });
  const said = checkDistrict(root, "lamongan").problems.map((line) => line.replace(/^.*?:\d+: /, ""));
  expect(said.toSorted()).toEqual([
    "checked_on is missing",
    "invalid: must be a list in square brackets",
    "owner is missing",
    "source is missing",
  ]);
});
