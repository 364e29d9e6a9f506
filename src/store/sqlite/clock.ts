import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../vocabulary/errors.ts";
import type { Sql } from "./shared-commit.ts";

/** Ms of the machine's monotonic clock: the same for every process since boot, untouched when the wall clock is set. */
export const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n);

function bootName(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return `${hostname()} ${randomUUID()}`; // no boot id here: every start counts as a boot
  }
}

/** Monotonic times of an earlier boot mean nothing: every pause of before ends. */
export function forgetEarlierBoot(sql: Sql): void {
  const boot = bootName();
  if (sql.get("select value from meta where name = 'boot'")?.value === boot) return;
  sql.run("update outbound set not_before = 0 where state < 2 and not_before > 0");
  sql.run("insert into meta values ('boot', ?) on conflict (name) do update set value = excluded.value", boot);
}

export type WorkLock = {
  /** Whether this process works the file; tries to become the one when nobody is. */
  held(): boolean;
  /** Why the lock could not be had last, where that is no other process: a disk that is full. */
  refused(): unknown;
  close(): void;
};

const TRY_EVERY = 100;
/** Ms in which a command that works the file for a moment, or a service that is just ending, lets go of it. */
const PATIENCE = 3_000;

/** The one process that works a file holds a lock that the kernel lets go when it dies, however it dies. Others may read and add. */
export function workLock(path: string): WorkLock {
  if (path === ":memory:") return { held: () => true, refused: () => undefined, close() {} };
  const lock = new DatabaseSync(`${path}.lock`);
  lock.exec("pragma busy_timeout = 0");
  let held = false;
  let refused: unknown;
  let triedAt = -TRY_EVERY;
  return {
    held() {
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
    refused: () => refused,
    close: () => lock.close(),
  };
}

/** Only a name for people: the kernel's lock decides, and a file that a crash left behind misleads nobody. */
function noteHolder(path: string): void {
  try {
    writeFileSync(`${path}.pid`, `${process.pid}\n`, { mode: 0o600 });
  } catch {
    // a full disk: the service works, and a second one is refused without a number
  }
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;

/** Whether a process works the file just now; looks without a change. */
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

/** Which process works the file, as far as it can be told. */
export function holderOf(path: string): string {
  try {
    const pid = Number(readFileSync(`${path}.pid`, "utf8"));
    process.kill(pid, 0);
    return `process ${pid}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? "a process of another user" : "another process";
  }
}

/** Takes the lock for good; rejects with SETTINGS_INVALID where another process keeps it. */
export async function workAlone(lock: WorkLock, path: string): Promise<void> {
  for (const until = performance.now() + PATIENCE; !lock.held(); ) {
    const refused = lock.refused();
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
