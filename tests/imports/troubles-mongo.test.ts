import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { EVEN_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { openRelay, type Relay } from "../support/relay.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const MANY = 3_000;
const dayOf = (index: number): string => String(1 + Math.floor(index / 1_000)).padStart(2, "0");
const nik = (index: number): string => `352401${dayOf(index)}0385${9_000 + (index % 1_000)}`;
const list = (name: string, count: number): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, index) => `${nik(index)},3524010201199901,${name},1985-03-${dayOf(index)},L,3524012001,KRAJAN,VALID,`,
    ),
  ].join("\n");

if (mongoUrl) {
  describe("an import that fails on MongoDB gives one sentence, and the live list stays", {
    timeout: 300_000,
  }, () => {
    let directory: string;
    let database: Awaited<ReturnType<typeof emptyDatabase>>;
    let way: Relay;
    beforeEach(async () => {
      directory = mkdtempSync(join(tmpdir(), "sapa-troubles-"));
      database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      way = await openRelay(database.url, 27_017);
    });
    afterEach(async () => {
      await way.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    });

    async function run(name: string, url = database.url): Promise<{ code: number; errors: string }> {
      const args = [join(import.meta.dirname, "../../src/cli/sapa.ts"), "import", "register", name];
      const child = spawn(process.execPath, [...args, "--district", "lamongan"], {
        cwd: directory,
        env: {
          ...EVEN_ENVIRONMENT,
          ...KEY_SETTINGS,
          DATA_DIR: "data",
          DISTRICTS: "lamongan",
          STORE_URL: url,
          LOG_LEVEL: "silent",
        },
        stdio: ["ignore", "ignore", "pipe"],
      });
      let errors = "";
      child.stderr.on("data", (chunk) => {
        errors += chunk;
      });
      const [code] = await once(child, "close");
      return { code, errors };
    }
    const write = (name: string, content: string) => writeFileSync(join(directory, name), content);

    async function live(): Promise<{ rows: number | undefined; names: (string | undefined)[] }> {
      const store = await openMongo(database.url, storeOptions());
      const rows = (await store.generation("register", "lamongan"))?.rows;
      const found = await Promise.all([0, 1].map((index) => store.recipientsByNik("lamongan", nik(index))));
      await store.close();
      return { rows, names: found.map(([one]) => one?.name) };
    }

    it("of two imports at the same time one goes live, and the other fails with a sentence", async () => {
      for (const name of ["LAMA", "BARU"]) write(`${name}.csv`, list(name, MANY));
      const ends = await Promise.all([run("LAMA.csv"), run("BARU.csv")]);
      const lost = ends.filter(({ code }) => code !== 0);
      for (const end of lost)
        expect(end).toEqual({ code: 1, errors: expect.stringMatching(/^another import of this list .*\n$/) });
      expect(lost.length, "at most one of them").toBeLessThanOrEqual(1);
      const { rows, names } = await live();
      expect(rows).toBe(MANY);
      expect(["LAMA", "BARU"]).toContain(names[0]);
      expect(names[1]).toBe(names[0]);
    });

    it("an import fails on a server without room, and succeeds when there is room again", async () => {
      write("old.csv", list("LAMA", 2));
      write("new.csv", list("BARU", MANY));
      expect(await run("old.csv")).toEqual({ code: 0, errors: "" });
      way.breakOn("rows.register.lamongan.");
      const { code, errors } = await run("new.csv", way.url);
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/^MongoDB: [^\n]*; the list that was live stays\n$/),
      });
      expect(await live()).toEqual({ rows: 2, names: ["LAMA", "LAMA"] });
      way.resume();
      expect(await run("new.csv")).toEqual({ code: 0, errors: "" });
      expect(await live()).toEqual({ rows: MANY, names: ["BARU", "BARU"] });
    });
  });
}
