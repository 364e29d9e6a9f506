import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

it("an office's own nickname of a village is read as that village", { timeout: 60_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-nicknames-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const list = [
    "nik,nama,kecamatan,desa,status_data",
    "3524011203859001,SLAMET,Sukorame,Mbungan Lor,VALID",
    "3524011203859002,WAGIMAN,Sukorame,Zzyxq Wetan,VALID",
  ];
  writeFileSync(join(directory, "list.csv"), list.join("\n"));
  const run = () =>
    sapaHere(["import", "register", "list.csv", "--district", "lamongan", "--dry-run", "--json"], {
      cwd: directory,
      env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
    });
  const unknownIn = (out: string) => JSON.parse(out).findings.UNKNOWN_VILLAGE.count;
  expect(unknownIn((await run()).out)).toBe(2);
  mkdirSync(join(directory, "data/districts/lamongan"), { recursive: true });
  writeFileSync(join(directory, "data/districts/lamongan/nicknames.csv"), "nickname,area\nMbungan Lor,3524012001\n");
  expect(unknownIn((await run()).out)).toBe(1);
});
