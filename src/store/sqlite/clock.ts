import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
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
  close(): void;
};

const TRY_EVERY = 100;

/** The one process that works a file holds a lock that the kernel lets go when it dies, however it dies. Others may read and add. */
export function workLock(path: string): WorkLock {
  if (path === ":memory:") return { held: () => true, close() {} };
  const lock = new DatabaseSync(`${path}.lock`);
  lock.exec("pragma busy_timeout = 0");
  let held = false;
  let triedAt = -TRY_EVERY;
  return {
    held() {
      const now = performance.now();
      if (held || now - triedAt < TRY_EVERY) return held;
      triedAt = now;
      try {
        lock.exec("begin exclusive");
        held = true;
      } catch {
        // another process is at work
      }
      return held;
    },
    close: () => lock.close(),
  };
}
