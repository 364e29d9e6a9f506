import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import type { SharedCommit, Sql } from "./shared-commit.ts";

/** Ms of the machine's monotonic clock: the same for every process since boot, untouched when the wall clock is set. */
export const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n);

/** Names this process in leases. */
export const HOLDER = randomUUID();

function bootName(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return `${hostname()} ${randomUUID()}`; // no boot id here: every start counts as a boot
  }
}

/** Monotonic times of an earlier boot mean nothing: every lease and pause of before ends. */
export function forgetEarlierBoot(sql: Sql): void {
  const boot = bootName();
  if (sql.get("select value from meta where name = 'boot'")?.value === boot) return;
  sql.run("update conversation set turn_until = 0, send_until = 0 where turn_until > 0 or send_until > 0");
  sql.run("update outbound set not_before = 0 where state < 2 and not_before > 0");
  sql.run("insert into meta values ('boot', ?) on conflict (name) do update set value = excluded.value", boot);
}

/**
 * The process that works this file holds a lock that the kernel lets go when it dies, however it dies. Whoever gets it
 * knows that the leases of others belong to the dead, and need not wait for them to run out.
 */
export function workLock(path: string, shared: SharedCommit): { take(): Promise<void>; close(): void } {
  if (path === ":memory:") return { async take() {}, close() {} };
  const lock = new DatabaseSync(`${path}.lock`);
  lock.exec("pragma busy_timeout = 0");
  let held = false;
  return {
    async take() {
      if (held) return;
      try {
        lock.exec("begin exclusive");
        held = true;
      } catch {
        return; // another process is at work; its leases count
      }
      await shared.write((sql) => {
        sql.run("update conversation set turn_until = 0 where turn_until > 0 and turn_holder is not ?", HOLDER);
        sql.run("update conversation set send_until = 0 where send_until > 0 and send_holder is not ?", HOLDER);
      });
    },
    close: () => lock.close(),
  };
}
