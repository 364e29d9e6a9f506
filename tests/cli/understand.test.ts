import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const SAPA = "src/cli/sapa.ts";

function understand(args: string[], lines = ""): Promise<{ stdout: string; stderr: string; code: number }> {
  const running = run(process.execPath, [SAPA, "understand", ...args]);
  running.child.stdin?.end(lines);
  return running.then(
    (done) => ({ ...done, code: 0 }),
    (failed) => ({ stdout: failed.stdout, stderr: failed.stderr, code: failed.code }),
  );
}

it("reads lines with the places of one district", async () => {
  const { stdout } = await understand(
    ["-", "--district", "pekalongan"],
    "desa Sembung kec Sukorame\nKauman Pekalongan Timur\n",
  );
  const places = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).extracted.places ?? []);
  expect(places).toEqual([[], [{ code: expect.stringMatching(/^337502/), name: "Kauman" }]]);
});

it("names the districts there are, and exits with 2, for one that it does not know", async () => {
  const { stderr, code } = await understand(["halo", "--district", "lamongn"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/no district lamongn.*lamongan/) });
});
