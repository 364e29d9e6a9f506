import type { Vault } from "../../privacy/vault.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { ChannelTraits } from "../options.ts";
import type { Lease, Leases } from "./leases.ts";
import { OUTBOUND_STATES } from "./schema.ts";
import type { Row, Sql } from "./shared-commit.ts";

export const outboundRank = (state: OutboundState): number => OUTBOUND_STATES.indexOf(state);

type SealedOutbound = { id: string; conversation: string; sealed: Buffer; mass: boolean };

export const sealedOutbound = (vault: Vault, conversation: string, id: string, body: OutboundBody): SealedOutbound => ({
  id,
  conversation,
  sealed: vault.seal(body, `outbound ${id}`),
  mass: body.mass ?? false,
});

export const traitsOf = ({ live, receipts, window }: ChannelTraits, channel: string) => ({
  live: live.has(channel) ? 1 : 0,
  tracked: receipts.has(channel) ? 1 : 0,
  window: window.has(channel),
});
type RowTraits = ReturnType<typeof traitsOf>;

export const heardIn = (row: Row | undefined): number | null =>
  row?.heard_at === null || row?.heard_at === undefined ? null : Number(row.heard_at);

const INSERT =
  "insert into outbound (id, conversation, sealed, mass, live, tracked, state, attempts, created_at, heard_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

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

/** `sends`: set only if the write may begin to send the first reply. */
export type Begin = { sends: Leases | undefined; at: number; heardAt: number | null; lease?: Lease };

/** Begins to send the first reply in the same write if the chat has no other message to send. */
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

function takeRestingLease(sql: Sql, conversation: string, sends: Leases, own: Lease | undefined): Lease | undefined {
  if (sql.get("select 1 from outbound where conversation = ? and state < 2 limit 1", conversation)) return undefined;
  return own && sends.findHeld(conversation, own.fence) ? own : sends.take(conversation);
}

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
