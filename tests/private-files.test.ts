import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testVault } from "./support/keys.ts";
import { inbound, someone } from "./support/messages.ts";
import { startService } from "./support/runtime.ts";

const modes = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((name) => !lstatSync(join(directory, name)).isSymbolicLink())
      .map((name) => [name, (lstatSync(join(directory, name)).mode & 0o777).toString(8)]),
  );

it("new files are open only to their owner, and files that an older release left open are closed", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-modes-"));
  const elsewhere = mkdtempSync(join(tmpdir(), "sapa-elsewhere-"));
  for (const folder of ["spool", "files", "register"]) mkdirSync(join(directory, folder), { mode: 0o755 });
  for (const file of ["files/photo", "register/aid-lamongan-0.db", "old.log"]) {
    writeFileSync(join(directory, file), testVault().sealBytes(Buffer.from("x"), "file old"));
    chmodSync(join(directory, file), 0o644);
  }
  chmodSync(directory, 0o755);
  writeFileSync(join(elsewhere, "not ours"), "x", { mode: 0o644 });
  chmodSync(join(elsewhere, "not ours"), 0o644);
  symlinkSync(join(elsewhere, "not ours"), join(directory, "link"));
  const service = await startService({ DATA_DIR: directory });
  try {
    await service.runtime.store.recordInbound([inbound(someone(), "halo")]);
    await service.runtime.store.keepFile("LMG-26-000001-1-f1", Buffer.from("x"));
    await service.runtime.spool.append([{ type: "message", message: inbound(someone(), "halo") }]);
    expect((lstatSync(directory).mode & 0o777).toString(8)).toBe("700");
    const found = modes(directory);
    expect(Object.keys(found).some((name) => name.endsWith("sapa.db"))).toBe(true);
    for (const [name, mode] of Object.entries(found))
      expect([name, mode]).toEqual([name, expect.stringMatching(/^[67]00$/)]);
    expect((lstatSync(join(elsewhere, "not ours")).mode & 0o777).toString(8), "a link leads out of the folder").toBe(
      "644",
    );
  } finally {
    await service.close();
    for (const one of [directory, elsewhere]) rmSync(one, { recursive: true, force: true });
  }
});
