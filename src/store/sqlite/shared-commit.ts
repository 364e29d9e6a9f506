import { DatabaseSync, type StatementSync } from "node:sqlite";
import { describeSystemError } from "../../system-error.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { type Migrations, migrate } from "./migrations.ts";

type Parameter = string | number | bigint | null | Uint8Array;
export type Row = Record<string, string | number | null | Uint8Array>;

/** Write `limit +?`: with a bare `?`, SQLite prepares the statement again at each call. */
export type Sql = {
  run(sql: string, ...values: Parameter[]): number;
  get(sql: string, ...values: Parameter[]): Row | undefined;
  all(sql: string, ...values: Parameter[]): Row[];
  changes(): number;
  inserted(): number;
};

export type SharedCommit = {
  /** Resolves when the transaction is on disk. */
  write<T>(step: (sql: Sql) => T): Promise<T>;
  read<T>(step: (sql: Sql) => T): T;
  close(): Promise<void>;
};

type Waiting = { step: (sql: Sql) => unknown; resolve: (value: never) => void; reject: (error: unknown) => void };

const BUSY = 5;
/** More steps in one transaction would stop the event loop for too long. */
const MOST_STEPS = 256;
/** In ms. */
const PAUSE = 1;

export function openStatements(db: DatabaseSync): Sql {
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  let changes = 0;
  let inserted = 0;
  return {
    run(sql, ...values) {
      const result = statement(sql).run(...values);
      const written = Number(result.changes);
      changes += written;
      inserted = Number(result.lastInsertRowid);
      return written;
    },
    changes: () => changes,
    inserted: () => inserted,
    get: (sql, ...values) => statement(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => statement(sql).all(...values) as Row[],
  };
}

/** In ms; longer than a migration locks the file. */
export const OPENING = 5_000;

/** A step must depend only on the database, because it runs again if another step of its transaction fails. */
export function openSharedCommit(path: string, migrations: Migrations, readOnly = false): SharedCommit {
  const db = new DatabaseSync(path, { readOnly, timeout: OPENING });
  if (!readOnly) {
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    migrate(db, migrations);
    db.exec("pragma busy_timeout = 0");
  }
  const sql = openStatements(db);
  let waiting: Waiting[] = [];
  let scheduled = false;
  let closing: (() => void) | undefined;

  function scheduleCommit(isHeld = false): void {
    if (scheduled) return;
    scheduled = true;
    if (isHeld) setTimeout(flush, PAUSE);
    else setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    const batch = waiting.slice(0, MOST_STEPS);
    if (batch.length > 0) {
      if (commitBatch(batch) === "busy") {
        scheduleCommit(true);
        return;
      }
      waiting = waiting.slice(batch.length);
    }
    if (waiting.length > 0) scheduleCommit();
    else closing?.();
  }

  function commitBatch(batch: Waiting[]): "done" | "busy" {
    const settle: (() => void)[] = [];
    try {
      db.exec("begin immediate");
    } catch (error) {
      if (isBusy(error)) return "busy";
      for (const { reject } of batch) reject(unavailable(error));
      return "done";
    }
    try {
      for (const one of batch) settle.push(runStep(one));
      db.exec("commit");
    } catch (error) {
      rollBack(db);
      if (batch.length === 1) batch[0]?.reject(unavailable(error));
      else for (const one of batch) if (commitBatch([one]) === "busy") one.reject(unavailable(error));
      return "done";
    }
    for (const one of settle) one();
    return "done";
  }

  /** If a step throws an AppError before its first write, only this step fails. */
  function runStep({ step, resolve, reject }: Waiting): () => void {
    const before = sql.changes();
    try {
      const result = step(sql);
      return () => resolve(result as never);
    } catch (error) {
      if (!(error instanceof AppError) || sql.changes() !== before) throw error;
      return () => reject(error);
    }
  }

  return {
    write: (step) =>
      new Promise((resolve, reject) => {
        waiting.push({ step, resolve, reject });
        scheduleCommit();
      }),
    read: (step) => {
      try {
        return step(sql);
      } catch (error) {
        throw unavailable(error);
      }
    },
    async close() {
      if (waiting.length > 0) await new Promise<void>((resolve) => (closing = resolve));
      db.close();
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === BUSY;

const unavailable = (error: unknown): unknown =>
  error instanceof Error && "errcode" in error
    ? new AppError("STORE_UNAVAILABLE", describeSystemError(error) ?? error.message, { cause: error })
    : error;

function rollBack(db: DatabaseSync): void {
  try {
    db.exec("rollback");
  } catch {
    // After a full disk or an I/O error, SQLite has already rolled back.
  }
}
