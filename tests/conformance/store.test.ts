import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEYS } from "../support/keys.ts";
import { storeConformance } from "./store.ts";

/** Uses another connection than the store. */
function keepAsOpened(path: string): { empty(): void; close(): void } {
  const db = new DatabaseSync(path);
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_stat%'")
    .all();
  const kept = tables.map(({ name }) => ({
    name,
    columns: db
      .prepare(`select name from pragma_table_info('${name}')`)
      .all()
      .map((column) => column.name)
      .join(),
  }));
  db.exec("attach ':memory:' as opened");
  for (const { name } of kept) db.exec(`create table opened.of_${name} as select * from main.${name}`);
  return {
    empty() {
      const steps = kept.map(
        ({ name, columns }) =>
          `delete from main.${name}; insert into main.${name} (${columns}) select ${columns} from opened.of_${name};`,
      );
      db.exec(`begin immediate; ${steps.join(" ")} commit`);
    },
    close: () => db.close(),
  };
}

storeConformance("sqlite", async (options) => {
  const store = await openSqlite("sqlite::memory:", options);
  return { store, close: () => store.close() };
});

storeConformance(
  "sqlite in a thread of its own",
  async (options) => {
    const directory = mkdtempSync(join(tmpdir(), "sapa-thread-"));
    const path = join(directory, "sapa.db");
    const store = await openSqlite(`sqlite:${path}`, { ...options, ownThread: KEYS });
    const asOpened = keepAsOpened(path);
    return {
      store,
      empty: async () => asOpened.empty(),
      close: async () => {
        await store.close();
        asOpened.close();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  },
  false,
);
