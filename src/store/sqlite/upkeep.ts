import { InboundMessage } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { DeadLetter, Upkeep } from "../store.ts";
import { monotonic, type workLock } from "./clock.ts";
import type { SharedCommit } from "./shared-commit.ts";

/** Rows dropped in one transaction, so that nobody waits for the broom. */
const AT_ONCE = 500;

type Parts = {
  shared: SharedCommit;
  vault: Vault;
  lock: ReturnType<typeof workLock>;
  closeRegister: () => Promise<void>;
};

export function sqliteUpkeep({ shared, vault, lock, closeRegister }: Parts): Upkeep {
  return {
    async waiting(limit) {
      await lock.take();
      return shared.read((sql) => ({
        inbound: sql
          .all("select distinct conversation from inbound where state = 0 limit ?", limit)
          .map((row) => String(row.conversation)),
        outbound: sql
          .all(
            "select distinct conversation from outbound where state < 2 and not_before <= ? limit ?",
            monotonic(),
            limit,
          )
          .map((row) => String(row.conversation)),
      }));
    },

    deadLetters: async (limit) =>
      shared
        .read((sql) => sql.all("select * from inbound where state = 2 order by seq limit ?", limit))
        .map(
          (row): DeadLetter => ({
            key: String(row.key),
            channel: String(row.channel),
            reason: String(row.reason ?? ""),
            at: Number(row.handled_at ?? row.recorded_at),
            attempts: Number(row.attempts),
            ...(row.conversation ? { conversation: String(row.conversation) } : {}),
          }),
        ),

    async retryDeadLetter(key) {
      const row = shared.read((sql) =>
        sql.get("select conversation, sealed from inbound where key = ? and state = 2", key),
      );
      if (!row?.conversation) return undefined;
      if (!InboundMessage.safeParse(vault.open(row.sealed as Uint8Array, `inbound ${key}`)).success) return undefined;
      await shared.write((sql) =>
        sql.run(
          "update inbound set state = 0, attempts = 0, handled_at = null, reason = null where key = ? and state = 2",
          key,
        ),
      );
      return String(row.conversation);
    },

    async expire(age) {
      const before = Date.now() - age;
      let dropped = 0;
      for (const statement of [
        "delete from inbound where seq in (select seq from inbound where state = 1 and handled_at < ? limit ?)",
        "delete from outbound where seq in (select seq from outbound where ended_at < ? limit ?)",
        "delete from reserved where key in (select key from reserved where reserved_at < ? limit ?)",
        "delete from counter where key in (select key from counter where until < ? limit ?)",
      ]) {
        for (let gone = AT_ONCE; gone === AT_ONCE; dropped += gone) {
          gone = await shared.write((sql) => sql.run(statement, before, AT_ONCE));
        }
      }
      return dropped;
    },

    async check() {
      await shared.write((sql) => sql.get("select 1"));
    },

    async close() {
      await shared.close();
      await closeRegister();
      lock.close();
    },
  };
}
