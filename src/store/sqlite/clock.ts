import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../vocabulary/errors.ts";
import type { Sql } from "./shared-commit.ts";

/** In ms by the machine's monotonic clock. All processes share this clock until the next boot. */
export const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n);

function bootName(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return `${hostname()} ${randomUUID()}`; // Without a boot id, every start counts as a boot.
  }
}

/** The monotonic clock starts again at a boot, so earlier pauses have no meaning. */
export function forgetEarlierBoot(sql: Sql): void {
  const boot = bootName();
  if (sql.get("select value from meta where name = 'boot'")?.value === boot) return;
  sql.run("update outbound set not_before = 0 where state < 2 and not_before > 0");
  sql.run("update inbound set not_before = 0 where state = 0 and not_before > 0");
  sql.run("insert into meta values ('boot', ?) on conflict (name) do update set value = excluded.value", boot);
}

export type WorkLock = {
  holdsFile(): boolean;
  /** `undefined` if another process holds the lock. */
  lastFailure(): unknown;
  close(): void;
};

const TRY_EVERY = 100;
/** In ms; longer than a short command holds the file. */
const PATIENCE = 3_000;

/** The kernel releases the lock when the process dies. */
export function workLock(path: string): WorkLock {
  if (path === ":memory:") return { holdsFile: () => true, lastFailure: () => undefined, close() {} };
  const lock = new DatabaseSync(`${path}.lock`);
  lock.exec("pragma busy_timeout = 0");
  let held = false;
  let refused: unknown;
  let triedAt = -TRY_EVERY;
  return {
    holdsFile() {
      const now = performance.now();
      if (held || now - triedAt < TRY_EVERY) return held;
      triedAt = now;
      try {
        lock.exec("begin exclusive");
        held = true;
        noteHolder(path);
      } catch (error) {
        refused = isBusy(error) ? undefined : error;
      }
      return held;
    },
    lastFailure: () => refused,
    close: () => lock.close(),
  };
}

function noteHolder(path: string): void {
  try {
    writeFileSync(`${path}.pid`, `${process.pid}\n`, { mode: 0o600 });
  } catch {
    // On a full disk, the service goes on without this note.
  }
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;

export function isWorked(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  const lock = new DatabaseSync(`${path}.lock`, { readOnly: true });
  try {
    lock.exec("pragma busy_timeout = 0");
    lock.prepare("select count(*) from sqlite_schema").get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    lock.close();
  }
}

export function holderOf(path: string): string {
  try {
    const pid = Number(readFileSync(`${path}.pid`, "utf8"));
    process.kill(pid, 0);
    return `process ${pid}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? "a process of another user" : "another process";
  }
}

/** Rejects with SETTINGS_INVALID if another process holds the lock for longer than `PATIENCE`. */
export async function workAlone(lock: WorkLock, path: string): Promise<void> {
  for (const until = performance.now() + PATIENCE; !lock.holdsFile(); ) {
    const refused = lock.lastFailure();
    if (refused !== undefined || performance.now() > until) {
      lock.close();
      if (refused !== undefined) throw refused;
      throw new AppError(
        "SETTINGS_INVALID",
        `STORE_URL: ${holderOf(path)} works ${path} already; only one process can: stop it first`,
      );
    }
    await pause(TRY_EVERY);
  }
}
