import type { Vault } from "../../privacy/vault.ts";
import { codeIndex, isSame, openSealed, sealHeld } from "../held-numbers.ts";
import { CODE_TRIES, type Held } from "../ports/held-numbers.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

/**
 * - `taken`: the message that took the numbers.
 * - `tried`: the last message with a wrong code.
 */
export const HELD_SCHEMA = `
create table held (
  page text primary key, conversation text not null, code text not null, state text not null default 'held',
  tries integer not null default 0, tried text, taken text, until integer not null, sealed blob not null
) without rowid;
create index held_code on held (code);
create index held_chat on held (conversation);
create index held_until on held (until);
`;

export function sqliteHeld(shared: SharedCommit, vault: Vault): Held {
  return {
    async holdNumbers(held, lasts) {
      const { page, conversation, code, numbers } = held;
      const sealed = sealHeld(vault, held);
      const index = codeIndex(vault, code);
      return shared.write((sql) => {
        const now = Date.now();
        const known = sql.get("select * from held where page = ?", page);
        if (!known) {
          sql.run(
            "insert into held (page, conversation, code, until, sealed) values (?, ?, ?, ?, ?)",
            page,
            conversation,
            index,
            now + lasts,
            sealed,
          );
          return code;
        }
        if (known.state !== "held" || Number(known.until) <= now) return undefined;
        const before = openSealed(vault, page, known.sealed as Uint8Array);
        if (isSame(before.numbers, numbers)) return before.code;
        sql.run("update held set code = ?, sealed = ?, tries = 0, tried = null where page = ?", index, sealed, page);
        return code;
      });
    },

    openHeld: (code, conversation, message) =>
      shared.write((sql) => {
        const now = Date.now();
        const found = sql.all("select * from held where code = ? and until > ?", codeIndex(vault, code), now);
        const own = found.find((row) => row.conversation === conversation);
        if (own) {
          const isOpen = own.state === "held" || (own.state === "taken" && own.taken === message);
          if (!isOpen) return { outcome: "over" };
          sql.run("update held set state = 'taken', taken = ? where page = ?", message, String(own.page));
          const { numbers } = openSealed(vault, String(own.page), own.sealed as Uint8Array);
          return { outcome: "opened", numbers };
        }
        if (found.length > 0) {
          for (const { page } of found) voidHeld(sql, String(page));
          return { outcome: "elsewhere" };
        }
        return wrongCode(sql, conversation, message, now);
      }),

    dropHeld: () => shared.write((sql) => sql.run("delete from held where until <= ?", Date.now())),
  };
}

const voidHeld = (sql: Sql, page: string): number =>
  sql.run("update held set state = 'void' where page = ? and state = 'held'", page);

function wrongCode(sql: Sql, conversation: string, message: string, now: number) {
  const rows = sql.all(
    "select * from held where conversation = ? and until > ? and (state = 'held' or tried = ?)",
    conversation,
    now,
    message,
  );
  if (rows.length === 0) return { outcome: "over" as const };
  const tries = rows.map((row) => countedTry(sql, row, message));
  return { outcome: "wrong" as const, left: Math.max(CODE_TRIES - Math.min(...tries), 0) };
}

function countedTry(sql: Sql, row: Row, message: string): number {
  if (row.tried === message) return Number(row.tries);
  const tries = Number(row.tries) + 1;
  sql.run("update held set tries = ?, tried = ? where page = ?", tries, message, String(row.page));
  if (tries >= CODE_TRIES) voidHeld(sql, String(row.page));
  return tries;
}
