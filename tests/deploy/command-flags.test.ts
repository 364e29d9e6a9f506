import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const flagsIn = (line: string): string[] => line.match(/--(?:max|min|optimize|heap)[\w-]*(?:=\d+)?/g) ?? [];
const [first = ""] = readFileSync("src/cli/sapa.ts", "utf8").split("\n");

it.each(["deploy/sapa", "deploy/containers/sapa"])(
  "%s keeps a command's memory as small as the command itself",
  (file) => {
    expect(flagsIn(first)).not.toEqual([]);
    expect(flagsIn(readFileSync(file, "utf8"))).toEqual(flagsIn(first));
  },
);
