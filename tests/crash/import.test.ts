import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { EVEN_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { emptyDatabase } from "../support/mongo.ts";
import { drawn } from "./conversation.ts";
import { LONG, pause, SHAPES } from "./fleet.ts";
import { addRow } from "./table.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const ROWS = LONG ? 30_000 : 6_000;
const KILLS = LONG ? 12 : 3;
const nikOf = (index: number): string =>
  `3524${String(1 + Math.floor(index / 28_000)).padStart(2, "0")}${String(1 + (Math.floor(index / 1_000) % 28)).padStart(2, "0")}0385${9_000 + (index % 1_000)}`;
const listOf = (name: string): string =>
  [
    HEADER,
    ...Array.from({ length: ROWS }, (_, index) => {
      const nik = nikOf(index);
      const day = nik.slice(6, 8);
      return `${nik},3524010201199901,${name},1985-03-${day},L,3524012001,DUSUN KRAJAN,VALID,`;
    }),
  ].join("\n");

describe.each(SHAPES)("an import over %s", { timeout: 600_000 }, (shape) => {
  it("that is killed at any time leaves the old list whole, and the next import replaces it", async () => {
    const random = drawn(17);
    const directory = mkdtempSync(join(tmpdir(), "sapa-import-"));
    const database = shape === "SQLite" ? undefined : await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const url = database?.url ?? `sqlite:${join(directory, "sapa.db")}`;
    for (const name of ["LAMA", "BARU"]) writeFileSync(join(directory, `${name}.csv`), listOf(name));
    const start = (name: string) =>
      spawn(
        process.execPath,
        [
          join(import.meta.dirname, "../../src/cli/sapa.ts"),
          "import",
          "register",
          `${name}.csv`,
          "--district",
          "lamongan",
        ],
        {
          cwd: directory,
          stdio: "ignore",
          env: {
            ...EVEN_ENVIRONMENT,
            ...KEY_SETTINGS,
            DATA_DIR: directory,
            STORE_URL: url,
            DISTRICTS: "lamongan",
            LOG_LEVEL: "silent",
          },
        },
      );
    const names = async (): Promise<string[]> => {
      const store = await openStore(url, storeOptions());
      const some = [0, 1, ROWS >> 1, ROWS - 1].map((index) => store.recipientsByNik("lamongan", nikOf(index)));
      const found = (await Promise.all(some)).map((list) => list.map(({ name }) => name).join());
      await store.close();
      return found;
    };
    const whole = async (name: string): Promise<number> => {
      const started = performance.now();
      expect((await once(start(name), "exit"))[0]).toBe(0);
      return performance.now() - started;
    };
    const live = async (): Promise<string> => {
      const found = new Set(await names());
      expect(found.size, "one list or the other, never some of both").toBe(1);
      const [name = ""] = found;
      expect(["LAMA", "BARU"]).toContain(name);
      return name;
    };
    const otherThan = (name: string): string => (name === "LAMA" ? "BARU" : "LAMA");
    try {
      let usual = await whole("LAMA");
      let killed = 0;
      // If an import ends before its kill, the test starts another one.
      for (let tries = 0; killed < KILLS && tries < 10 * KILLS; tries += 1) {
        const child = start(otherThan(await live()));
        const exit = once(child, "exit");
        await Promise.race([pause(usual * (0.2 + 0.75 * random())), exit]);
        if (child.exitCode !== null) usual *= 0.7;
        else if (child.kill("SIGKILL")) killed += 1;
        await exit;
      }
      expect(killed).toBe(KILLS);
      const next = otherThan(await live());
      await whole(next);
      expect(await live()).toBe(next);
      addRow({ drill: `import of ${ROWS} rows killed and run again`, shape, done: { kills: killed } });
    } finally {
      await database?.drop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
