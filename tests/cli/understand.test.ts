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

it("understand reads lines with the places of one district", async () => {
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

it("understand names the districts and ends with 2 for an unknown one", async () => {
  const { stderr, code } = await understand(["halo", "--district", "lamongn"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/no district lamongn.*lamongan/) });
});

it("understand prints the topic, puts danger first, and with --why explains the decision", async () => {
  const { stdout } = await understand(
    ["-", "--why"],
    "min aplikasi cek bansos saya error terus pas upload foto ktp\nanak saya tidak makan dua hari, desil saya kok 8\n",
  );
  const [app, hunger] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(app).toMatchObject({ intent: "ask", extracted: { topic: "app-help" } });
  expect(app.why.model[0]).toMatchObject({ label: "ask:app-help" });
  expect(Object.keys(app.why.model[0].features).length).toBeGreaterThan(3);
  expect(app.why.phrases).toMatchObject({ intent: expect.any(String) });
  expect(hunger).toMatchObject({ intent: "urgent", signals: ["hunger"] });
  expect(hunger.alternatives.map(({ topic }: { topic?: string }) => topic)).toContain("desil");
});
