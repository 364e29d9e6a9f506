import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import { Contact, OutboundBody } from "../../vocabulary/message.ts";
import type { ChannelTraits, StoreOptions } from "../options.ts";
import { type OpenSend, type Outbox, OWN_PAUSES, outboundId, type SendResult } from "../ports/outbox.ts";
import { monotonic } from "./clock.ts";
import type { AllLeases, Lease, Leases } from "./leases.ts";
import { noteRest } from "./rests.ts";
import { OUTBOUND_STATES } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

export const outboundRank = (state: OutboundState): number => OUTBOUND_STATES.indexOf(state);

type SealedOutbound = { id: string; conversation: string; sealed: Buffer; mass: boolean };

export const sealedOutbound = (vault: Vault, conversation: string, id: string, body: OutboundBody): SealedOutbound => ({
  id,
  conversation,
  sealed: vault.seal(body, `outbound ${id}`),
  mass: body.mass ?? false,
});

/** Returns the traits of a channel; `live` and `tracked` as the columns of a row. */
export const traitsOf = ({ live, receipts, window }: ChannelTraits, channel: string) => ({
  live: live.has(channel) ? 1 : 0,
  tracked: receipts.has(channel) ? 1 : 0,
  window: window.has(channel),
});
type RowTraits = ReturnType<typeof traitsOf>;

/** Returns when the citizen last wrote, from a row; `null` if unknown. */
export const heardIn = (row: Row | undefined): number | null =>
  row?.heard_at === null || row?.heard_at === undefined ? null : Number(row.heard_at);

const INSERT =
  "insert into outbound (id, conversation, sealed, mass, live, tracked, state, attempts, created_at, heard_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

/** Inserts a message. With `begun`, its first attempt begins in the same write. */
function insertOutbound(
  sql: Sql,
  { id, conversation, sealed, mass }: SealedOutbound,
  { live, tracked }: RowTraits,
  at: number,
  begun?: Pick<Begin, "heardAt">,
): void {
  const sending = begun ? 1 : 0;
  const heardAt = begun?.heardAt ?? null;
  sql.run(INSERT, id, conversation, sealed, mass ? 1 : 0, live, tracked, sending, sending, at, heardAt);
}

/**
 * How the sending of a turn's first reply begins in the turn's own write. `sends`: set if the sending may begin.
 * `heardAt`: when the citizen last wrote. `lease`: the sending lease that the write has taken.
 */
export type Begin = { sends: Leases | undefined; at: number; heardAt: number | null; lease?: Lease };

/**
 * Inserts a turn's replies. If the chat has no other message to send, the sending of the first reply begins in the same
 * write.
 */
export function insertReplies(sql: Sql, replies: readonly SealedOutbound[], traits: RowTraits, begin: Begin): void {
  const [first] = replies;
  if (!first) return;
  const { sends, at } = begin;
  const lease = sends && takeRestingLease(sql, first.conversation, sends, begin.lease);
  for (const reply of replies) {
    const begun = lease !== undefined && reply === first;
    insertOutbound(sql, reply, traits, at, begun ? begin : undefined);
    if (begun) begin.lease = Object.assign(lease, { row: sql.inserted(), more: replies.length > 1 });
  }
  if (!lease) sends?.noteMessage(first.conversation);
}

/**
 * Takes the sending lease of a chat if none of its messages waits to be sent. A repeated write gets the lease `own`
 * again.
 */
function takeRestingLease(sql: Sql, conversation: string, sends: Leases, own: Lease | undefined): Lease | undefined {
  if (sql.get("select 1 from outbound where conversation = ? and state < 2 limit 1", conversation)) return undefined;
  return own && sends.findHeld(conversation, own.fence) ? own : sends.take(conversation);
}

/**
 * Inserts a message from outside a turn; its id finds it on every channel. Leaves out a mass notice to a chat that
 * refused mass notices.
 */
export function insertTracked(
  sql: Sql,
  outbound: SealedOutbound,
  { traits, sends, at }: { traits: ChannelTraits; sends: Leases; at: number },
): void {
  const chat = sql.get("select channel, withdrawn_at from conversation where id = ?", outbound.conversation);
  if (!chat || (outbound.mass && chat.withdrawn_at !== null)) return;
  sends.noteMessage(outbound.conversation);
  insertOutbound(sql, outbound, { ...traitsOf(traits, String(chat.channel)), tracked: 1 }, at);
}

const FIRST = "(select seq from outbound where conversation = ? and state < 2 order by seq limit 1)";

/**
 * Marks the first message `sending` if it is due. A message that is already `sending` was cut off by a crash, and that
 * attempt counts as unknown: a reply is sent again, a mass notice ends as `unknown`.
 */
function markFirstDue(sql: Sql, conversation: string, window: boolean): Row | undefined {
  for (;;) {
    const row = nextDue(sql, conversation, window);
    if (row) return row;
    const rested = sql.run(
      `update outbound set state = 7, unknown = unknown + 1, ended_at = ? where seq = ${FIRST} and state = 1 and mass = 1`,
      Date.now(),
      conversation,
    );
    if (rested === 0) return undefined;
  }
}

const BEGUN = "attempts = attempts + 1, unknown = unknown + (state = 1), state = 1";
const HEARD = "(select c.heard_at from conversation c where c.id = outbound.conversation)";
const nextDue = (sql: Sql, conversation: string, window: boolean): Row | undefined =>
  sql.get(
    `update outbound set ${window ? `${BEGUN}, heard_at = ${HEARD}` : BEGUN}
     where seq = ${FIRST} and not_before <= ? and not (state = 1 and mass = 1)
     returning seq, id, sealed, attempts, unknown, created_at, heard_at`,
    conversation,
    monotonic(),
  );

/**
 * Matches a row only while the row is `sending`. A receipt that came before the platform's answer may have changed the
 * state.
 */
const SENDING = "seq = ? and state = 1";

const CLOSE = "update conversation set heard_at = 0 where id = (select conversation from outbound where seq = ?)";

/**
 * Makes a message wait for its citizen. If the citizen has written after its sending began, the message becomes pending
 * instead. If the platform itself refused the message (`tried`), the window is closed.
 */
function writeWaiting(
  sql: Sql,
  row: number,
  { code, tried }: SendResult & { state: "waiting" },
  window: boolean,
): void {
  const rested = sql.run(
    `update outbound set state = 2, code = ?, attempts = attempts - ? where ${SENDING} and heard_at is ${HEARD}`,
    code,
    tried ? 0 : 1,
    row,
  );
  if (rested === 0) sql.run(`update outbound set state = 0, not_before = 0, code = ? where ${SENDING}`, code, row);
  else if (tried && window) sql.run(CLOSE, row);
}

function write(sql: Sql, { row, conversation }: Lease, result: SendResult, at: number, window: boolean): void {
  switch (result.state) {
    case "sent":
      sql.run(`update outbound set state = 3, ended_at = ?, code = null where ${SENDING}`, at, row);
      return;
    case "waiting":
      writeWaiting(sql, row, result, window);
      return;
    case "failed":
      sql.run(`update outbound set state = 6, code = ?, ended_at = ? where ${SENDING}`, result.code, at, row);
      return;
    case "again":
      sql.run(
        `update outbound set state = 0, not_before = ?, code = ?, attempts = attempts - ? where ${SENDING}`,
        monotonic() + result.after,
        result.code ?? null,
        result.tried ? 0 : 1,
        row,
      );
      if (result.off) noteRest(sql, conversation);
      return;
    case "unknown":
      sql.run(
        `update outbound set state = iif(mass, 7, 0), ended_at = iif(mass, ?, null), unknown = unknown + 1,
           not_before = ?, code = ? where ${SENDING}`,
        at,
        monotonic() + result.after,
        result.code,
        row,
      );
  }
}

const SHORTEN = `update outbound set not_before = ? where seq = ${FIRST} and state = 0 and not_before > ?
  and code in (${OWN_PAUSES.map((code) => `'${code}'`).join(", ")})`;
const shortenPause = (sql: Sql, conversation: string, until: number): boolean =>
  sql.run(SHORTEN, until, conversation, until) > 0;

export function sqliteOutbox(shared: SharedCommit, { vault, traits }: StoreOptions, { sends }: AllLeases): Outbox {
  function buildSend(lease: Lease, to: Contact, row: Row): OpenSend {
    const { conversation, fence } = lease;
    const id = String(row.id);
    const heardAt = heardIn(row);
    lease.row = Number(row.seq);
    const body = OutboundBody.parse(vault.open(row.sealed as Uint8Array, `outbound ${id}`));
    return {
      conversation,
      fence,
      message: { ...body, id, to },
      attempts: Number(row.attempts),
      unknown: Number(row.unknown),
      age: Math.max(Date.now() - Number(row.created_at), 0),
      ...(heardAt === null ? {} : { heardAt }),
    };
  }
  const contactIn = (conversation: string, { contact }: Row) =>
    Contact.parse(vault.open(contact as Uint8Array, `contact ${conversation}`));

  return {
    async openSend(conversation) {
      const lease = sends.take(conversation);
      if (!lease) return undefined;
      const found = await shared
        .write((sql): { chat: Row; row: Row } | undefined => {
          const chat = sql.get("select contact, channel from conversation where id = ?", conversation);
          const row = chat && markFirstDue(sql, conversation, traits.window.has(String(chat.channel)));
          return chat && row && { chat, row };
        })
        .catch((error: unknown) => {
          lease.leave();
          throw error;
        });
      if (found) return buildSend(lease, contactIn(conversation, found.chat), found.row);
      lease.leave();
      return undefined;
    },

    async closeSend({ conversation, fence, message }, result) {
      const goesOn = result.state === "sent" || result.state === "failed";
      const at = Date.now();
      const window = traits.window.has(message.to.channel);
      const lease = sends.findHeld(conversation, fence);
      // If the write fails, the sender keeps the lease and reports the result again.
      const row = await shared.write((sql): Row | undefined => {
        if (!lease || sends.findHeld(conversation, fence) !== lease) {
          throw new AppError("LEASE_LOST", "another sender took this conversation");
        }
        write(sql, lease, result, at, window);
        return goesOn && lease.more ? nextDue(sql, conversation, window) : undefined;
      });
      if (!lease) return undefined;
      if (!row) {
        lease.leave();
        return undefined;
      }
      sends.renew(lease);
      return buildSend(lease, message.to, row);
    },

    async addOutbound(conversation, id, body) {
      const whole = outboundId(conversation, id);
      const sealed = sealedOutbound(vault, conversation, whole, body);
      await shared.write((sql) => insertTracked(sql, sealed, { traits, sends, at: Date.now() }));
      return whole;
    },

    shortenPause: (conversation, most) => shared.write((sql) => shortenPause(sql, conversation, monotonic() + most)),

    async outboundStates(ids) {
      const states: Record<string, { state: OutboundState; code?: string }> = {};
      for (const id of ids) {
        const row = shared.read((sql) => sql.get("select state, code from outbound where id = ? and tracked = 1", id));
        const state = row && OUTBOUND_STATES[Number(row.state)];
        if (state) states[id] = row.code ? { state, code: String(row.code) } : { state };
      }
      return states;
    },
  };
}
