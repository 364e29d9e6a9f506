import type { Account } from "../ports/accounts.ts";
import { monotonic } from "./clock.ts";
import type { Sql } from "./shared-commit.ts";

export const noteRest = (sql: Sql, conversation: string) =>
  sql.run("update conversation set rests = 1 where id = ?", conversation);

export function restChat(sql: Sql, conversation: string, rest: number): void {
  const until = monotonic() + rest;
  sql.run("update inbound set not_before = ? where conversation = ? and state = 0", until, conversation);
  noteRest(sql, conversation);
}

export function restWithFirst(sql: Sql, conversation: string): void {
  const first = sql.get(
    "select not_before from inbound where conversation = ? and state = 0 order by ord, seq limit 1",
    conversation,
  );
  if (!first) return;
  sql.run(
    "update inbound set not_before = ? where conversation = ? and state = 0 and not_before < ?",
    Number(first.not_before),
    conversation,
    Number(first.not_before),
  );
}

const CHATS = "select id from conversation where rests = 1 and channel = ? and account = ?";
const ENDINGS = [
  `update inbound set not_before = 0 where state = 0 and conversation in (${CHATS})`,
  `update outbound set not_before = 0 where state < 2 and state = 0 and conversation in (${CHATS})`,
  "update conversation set rests = 0 where rests = 1 and channel = ? and account = ?",
];

export function wakeRestingChats(sql: Sql, accounts: readonly Account[]): void {
  for (const { channel, account } of accounts) {
    for (const ending of ENDINGS) sql.run(ending, channel, account);
  }
}

export const hasRestingChats = (sql: Sql, accounts: readonly Account[]): boolean =>
  accounts.some(({ channel, account }) => sql.get(`${CHATS} limit 1`, channel, account) !== undefined);
