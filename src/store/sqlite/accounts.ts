import { type Account, type Accounts, type AccountWaiting, OFF_REASON } from "../ports/accounts.ts";
import type { AllLeases, Leases } from "./leases.ts";
import { hasRestingChats, wakeRestingChats } from "./rests.ts";
import { DEAD, OUTBOUND_STATES } from "./schema.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";

const WAITING = `
  select channel, account, count(inbound) as inbound, count(outbound) as outbound, min(inbound) as unanswered, min(outbound) as oldest
  from (
    select conversation, recorded_at as inbound, null as outbound from inbound where state = 0
    union all select conversation, null, created_at from outbound where state < 2
  ) join conversation on conversation.id = conversation group by channel, account order by channel, account`;
const CHATS = "select id from conversation where channel = ? and account = ?";
const FAILED = OUTBOUND_STATES.indexOf("failed");

/** A crash leaves a `sending` reply without a lease. */
const chatsBeingSent = (sql: Sql, sends: Leases, { channel, account }: Account): string[] =>
  sql
    .all(`select conversation from outbound where state = 1 and conversation in (${CHATS})`, channel, account)
    .map((row) => String(row.conversation))
    .filter((conversation) => !sends.isFree(conversation));

export const sqliteAccounts = (shared: SharedCommit, { sends }: AllLeases): Accounts => ({
  async waitingByAccount() {
    const now = Date.now();
    const since = (at: unknown) => (at === null ? 0 : Math.max(now - Number(at), 0));
    return shared
      .read((sql) => sql.all(WAITING))
      .map(
        (row): AccountWaiting => ({
          channel: String(row.channel),
          account: String(row.account),
          inbound: Number(row.inbound),
          outbound: Number(row.outbound),
          unanswered: since(row.unanswered),
          oldest: since(row.oldest),
        }),
      );
  },

  async wakeRestingChats(accounts) {
    if (shared.read((sql) => hasRestingChats(sql, accounts)))
      await shared.write((sql) => wakeRestingChats(sql, accounts));
  },

  giveUpWaitingMessages: ({ channel, account }) =>
    shared.write((sql) => {
      const now = Date.now();
      const inbound = sql.run(
        `update inbound set state = ?, handled_at = ?, reason = ? where state = 0 and conversation in (${CHATS})`,
        DEAD,
        now,
        OFF_REASON,
        channel,
        account,
      );
      const outbound = sql.run(
        `update outbound set state = ?, ended_at = ?, code = 'CHANNEL_STOPPED' where state <= 2
           and conversation in (${CHATS}) and conversation not in (select value from json_each(?))`,
        FAILED,
        now,
        channel,
        account,
        JSON.stringify(chatsBeingSent(sql, sends, { channel, account })),
      );
      return { inbound, outbound };
    }),
});
