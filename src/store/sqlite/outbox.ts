import { AppError } from "../../errors.ts";
import { Contact, OutboundBody } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { ChannelTraits } from "../options.ts";
import { contactName } from "../names.ts";
import type { OpenSend, OutboundState, Outbox, SendResult } from "../store.ts";
import { HOLDER, monotonic } from "./clock.ts";
import { sqliteHistory } from "./history.ts";
import { OUTBOUND_STATES } from "./schema.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

/** Longer than the deadline of any send. */
const LEASE = 20_000;
/** How long a message rests that its platform took and then gave back. */
export const RESEND_PAUSE = 10_000;

export const outboundRank = (state: OutboundState): number => OUTBOUND_STATES.indexOf(state);

type SealedOutbound = { id: string; conversation: string; sealed: Buffer; mass: boolean };

export const sealedOutbound = (vault: Vault, conversation: string, id: string, body: OutboundBody): SealedOutbound => ({
  id,
  conversation,
  sealed: vault.seal(body, `outbound ${id}`),
  mass: body.mass ?? false,
});

/** Which indexes a row of this channel needs. */
export const traitsOf = ({ live, receipts }: ChannelTraits, channel: string) => ({
  live: live.has(channel) ? 1 : 0,
  tracked: receipts.has(channel) ? 1 : 0,
});

const INSERT =
  "insert into outbound (id, conversation, sealed, mass, live, tracked, state, attempts, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

/** `sending`: with its first attempt begun in the same write. */
export function insertOutbound(
  sql: Sql,
  { id, conversation, sealed, mass }: SealedOutbound,
  { live, tracked }: { live: number; tracked: number },
  at: number,
  sending = false,
): void {
  const begun = sending ? 1 : 0;
  sql.run(INSERT, id, conversation, sealed, mass ? 1 : 0, live, tracked, begun, begun, at);
}

/**
 * A turn's replies. With `open`, and when nothing of this chat is still to be sent, the first one is begun in the same
 * write: the chat's row tells the sender where it goes.
 */
export function insertReplies(
  sql: Sql,
  replies: readonly SealedOutbound[],
  traits: ChannelTraits,
  channel: string,
  { at, open }: { at: number; open: boolean },
): Row | undefined {
  const [first] = replies;
  const chat = first && open ? restingSender(sql, first.conversation) : undefined;
  for (const reply of replies)
    insertOutbound(sql, reply, traitsOf(traits, channel), at, chat !== undefined && reply === first);
  return chat;
}

/** Takes the sending lease of a chat where nothing is still to be sent. */
function restingSender(sql: Sql, conversation: string): Row | undefined {
  const now = monotonic();
  return sql.get(
    `update conversation set send_fence = send_fence + 1, send_until = ?, send_holder = ?
     where id = ? and send_until <= ? and not exists (select 1 from outbound where conversation = ? and state < 2)
     returning send_fence`,
    now + LEASE,
    HOLDER,
    conversation,
    now,
    conversation,
  );
}

/** Outside a turn: found again by its id, whatever the channel. */
export function insertTracked(sql: Sql, outbound: SealedOutbound, traits: ChannelTraits, at: number): void {
  const chat = sql.get("select channel from conversation where id = ?", outbound.conversation);
  if (chat) insertOutbound(sql, outbound, { ...traitsOf(traits, String(chat.channel)), tracked: 1 }, at);
}

const FIRST = "(select seq from outbound where conversation = ? and state < 2 order by seq limit 1)";

/**
 * Marks the first message `sending` when it is due. One that is found `sending` was cut off by a crash: that attempt
 * stays unknown; a reply is sent again, a mass notice rests.
 */
function firstDue(sql: Sql, conversation: string): Row | undefined {
  for (;;) {
    const row = nextDue(sql, conversation);
    if (row) return row;
    const rested = sql.run(
      `update outbound set state = 7, unknown = unknown + 1, ended_at = ? where seq = ${FIRST} and state = 1 and mass = 1`,
      Date.now(),
      conversation,
    );
    if (rested === 0) return undefined;
  }
}

const nextDue = (sql: Sql, conversation: string): Row | undefined =>
  sql.get(
    `update outbound set attempts = attempts + 1, unknown = unknown + (state = 1), state = 1
     where seq = ${FIRST} and not_before <= ? and not (state = 1 and mass = 1)
     returning id, sealed, attempts, unknown, created_at`,
    conversation,
    monotonic(),
  );

/** The message being sent is always its chat's first; a receipt that came before the platform's answer has moved it on. */
const SENDING = `seq = ${FIRST} and id = ? and state = 1`;

function write(sql: Sql, { message, conversation }: OpenSend, result: SendResult, at: number): void {
  const { id } = message;
  switch (result.state) {
    case "sent":
      sql.run(`update outbound set state = 3, ended_at = ?, code = null where ${SENDING}`, at, conversation, id);
      return;
    case "waiting":
      sql.run(`update outbound set state = 2, code = ? where ${SENDING}`, result.code, conversation, id);
      return;
    case "failed":
      sql.run(
        `update outbound set state = 6, code = ?, ended_at = ? where ${SENDING}`,
        result.code,
        at,
        conversation,
        id,
      );
      return;
    case "again":
      sql.run(
        `update outbound set state = 0, not_before = ?, code = ?, attempts = attempts - ? where ${SENDING}`,
        monotonic() + result.after,
        result.code ?? null,
        result.tried ? 0 : 1,
        conversation,
        id,
      );
      return;
    case "unknown":
      sql.run(
        `update outbound set state = iif(mass, 7, 0), ended_at = iif(mass, ?, null), unknown = unknown + 1,
           not_before = ?, code = ? where ${SENDING}`,
        at,
        monotonic() + result.after,
        result.code,
        conversation,
        id,
      );
  }
}

/** What to send, in order, one sender at a time per conversation. */
export function sqliteOutbox(shared: SharedCommit, vault: Vault, traits: ChannelTraits): Outbox {
  function opened(conversation: string, fence: number, to: Contact, row: Row): OpenSend {
    const id = String(row.id);
    const body = OutboundBody.parse(vault.open(row.sealed as Uint8Array, `outbound ${id}`));
    return {
      conversation,
      fence,
      message: { ...body, id, to },
      attempts: Number(row.attempts),
      unknown: Number(row.unknown),
      createdAt: Number(row.created_at),
    };
  }
  const contactIn = (conversation: string, { contact }: Row) =>
    Contact.parse(vault.open(contact as Uint8Array, `contact ${conversation}`));

  return {
    async openSend(conversation) {
      const found = await shared.write((sql): { chat: Row; row: Row } | undefined => {
        const now = monotonic();
        const chat = sql.get(
          `update conversation set send_fence = send_fence + 1, send_until = ?, send_holder = ?
           where id = ? and send_until <= ? returning contact, send_fence`,
          now + LEASE,
          HOLDER,
          conversation,
          now,
        );
        const row = chat && firstDue(sql, conversation);
        if (chat && row) return { chat, row };
        if (chat) sql.run("update conversation set send_until = 0 where id = ?", conversation);
        return undefined;
      });
      if (!found) return undefined;
      const { chat, row } = found;
      return opened(conversation, Number(chat.send_fence), contactIn(conversation, chat), row);
    },

    async closeSend(send, result) {
      const { conversation, fence } = send;
      const goesOn = result.state === "sent" || result.state === "failed";
      const at = Date.now();
      const next = await shared.write((sql): { chat: Row; row: Row } | undefined => {
        const chat = sql.get(
          "update conversation set send_until = 0 where id = ? and send_fence = ? and send_until > 0 returning contact",
          conversation,
          fence,
        );
        if (!chat) throw new AppError("LEASE_LOST", "another sender took this conversation");
        write(sql, send, result, at);
        const row = goesOn ? nextDue(sql, conversation) : undefined;
        if (!row) return undefined;
        sql.run("update conversation set send_until = ? where id = ?", monotonic() + LEASE, conversation);
        return { chat, row };
      });
      return next && opened(conversation, fence, contactIn(conversation, next.chat), next.row);
    },

    async addOutbound(conversation, id, body) {
      const whole = `${conversation}.${id}`;
      const sealed = sealedOutbound(vault, conversation, whole, body);
      await shared.write((sql) => insertTracked(sql, sealed, traits, Date.now()));
      return whole;
    },

    async outboundStates(ids) {
      const states: Record<string, { state: OutboundState; code?: string }> = {};
      for (const id of ids) {
        const row = shared.read((sql) => sql.get("select state, code from outbound where id = ? and tracked = 1", id));
        const state = row && OUTBOUND_STATES[Number(row.state)];
        if (state) states[id] = row.code ? { state, code: String(row.code) } : { state };
      }
      return states;
    },

    history: sqliteHistory(shared, vault),

    async conversationOf(contact) {
      const name = contactName(vault, contact);
      const row = shared.read((sql) => sql.get("select conversation from identity where key = ?", name));
      return row && String(row.conversation);
    },

    async contactOf(conversation) {
      const row = shared.read((sql) => sql.get("select contact from conversation where id = ?", conversation));
      return row && contactIn(conversation, row);
    },
  };
}
