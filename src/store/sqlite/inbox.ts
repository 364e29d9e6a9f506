import { randomBytes } from "node:crypto";
import type { Vault } from "../../privacy/vault.ts";
import type { Contact, InboundMessage } from "../../vocabulary/message.ts";
import type { StoreOptions } from "../options.ts";
import type { Inbox, Recorded } from "../ports/inbox.ts";
import { contactName, inboundName } from "../record-names.ts";
import { findIdentity, pointIdentity } from "./identities.ts";
import type { AllLeases, Lease } from "./leases.ts";
import { traitsOf } from "./outbound-rows.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { turnFrom } from "./turns.ts";

type Prepared = {
  key: string;
  identity: string;
  aliases: string[];
  message: InboundMessage;
  sealed: Buffer;
  /** A repeated write uses the lease of the first write. */
  lease?: Lease;
};

type Kept = Recorded & { chat?: Row };

type Parts = Pick<StoreOptions, "vault" | "traits"> & AllLeases & { shared: SharedCommit };

export function sqliteInbox(shared: SharedCommit, { vault, traits }: StoreOptions, leases: AllLeases): Inbox {
  const parts: Parts = { shared, vault, traits, ...leases };
  return { recordInbound: (messages, open = false) => recordInbound(parts, messages, open) };
}

async function recordInbound(parts: Parts, messages: readonly InboundMessage[], open: boolean): Promise<Recorded[]> {
  const { shared, vault } = parts;
  const prepared = messages.map((message) => prepare(parts, message));
  const at = Date.now();
  const kept = await shared
    .write((sql) => prepared.map((one) => keep(parts, sql, one, open, at)))
    .catch((error: unknown) => {
      for (const { lease } of prepared) lease?.leave();
      throw error;
    });
  return kept.map(({ chat, ...recorded }, index) => {
    const { message, lease } = prepared[index] ?? {};
    if (!chat || !message || !lease) return recorded;
    const { key } = recorded;
    return {
      ...recorded,
      turn: { ...turnFrom(vault, chat, lease, message.contact), key, message, attempts: 1, recordedAt: at },
    };
  });
}

function prepare({ vault, traits }: Parts, message: InboundMessage): Prepared {
  const { contact, aliases = [] } = message;
  const key = inboundName(vault, contact, message.id, traits.live.has(contact.channel));
  return {
    key,
    identity: contactName(vault, contact),
    aliases: aliases.map((address) => contactName(vault, { ...contact, address })),
    message,
    sealed: vault.seal(message, `inbound ${key}`),
  };
}

function keep(parts: Parts, sql: Sql, one: Prepared, open: boolean, at: number): Kept {
  const { vault, traits, turns, sends } = parts;
  const { key, sealed, message } = one;
  const { channel } = message.contact;
  const chat = findOrOpenChat(vault, sql, one);
  const conversation = String(chat.id);
  const next = open && isNext(parts, sql, conversation, one);
  const written = sql.run(
    "insert into inbound (key, conversation, channel, live, ord, sealed, attempts, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
    key,
    conversation,
    channel,
    traitsOf(traits, channel).live,
    message.order,
    sealed,
    next ? 1 : 0,
    at,
  );
  if (written === 0) return { key, conversation, fresh: false };
  const row = sql.inserted();
  if (traits.window.has(channel)) noteHeard(sql, conversation, message.sentAt);
  if (traits.receipts.has(channel)) {
    const woken = sql.run(
      "update outbound set state = 0, not_before = 0 where conversation = ? and state = 2",
      conversation,
    );
    if (woken > 0) sends.noteMessage(conversation);
  }
  if (!next) {
    turns.noteMessage(conversation);
    return { key, conversation, fresh: true };
  }
  const lease = one.lease ?? turns.take(conversation);
  if (!lease) return { key, conversation, fresh: true };
  one.lease = Object.assign(lease, { row, more: false });
  return { key, conversation, fresh: true, chat };
}

function findOrOpenChat(vault: Vault, sql: Sql, { identity, aliases, message: { contact } }: Prepared): Row {
  const own = findIdentity(sql, identity);
  const found = own ?? aliases.map((alias) => findIdentity(sql, alias)).find((row) => row !== undefined);
  const id = found ? String(found.id) : randomBytes(16).toString("base64url");
  if (found?.reachable === 0) sql.run("update conversation set reachable = 1 where id = ?", id);
  if (!found) insertConversation(vault, sql, id, contact);
  else if (!own) {
    sql.run("update conversation set contact = ? where id = ?", vault.seal(contact, `contact ${id}`), id);
  }
  if (!own) pointIdentity(sql, identity, id);
  for (const alias of aliases) pointIdentity(sql, alias, id);
  return found ?? { id, session: null };
}

function insertConversation(vault: Vault, sql: Sql, id: string, contact: Contact): void {
  sql.run(
    "insert into conversation (id, channel, account, contact) values (?, ?, ?, ?)",
    id,
    contact.channel,
    contact.account,
    vault.seal(contact, `contact ${id}`),
  );
}

const noteHeard = (sql: Sql, conversation: string, at: number) =>
  sql.run("update conversation set heard_at = max(coalesce(heard_at, 0), ?) where id = ?", at, conversation);

function isNext({ turns }: Parts, sql: Sql, conversation: string, { lease }: Prepared): boolean {
  if (!(lease && turns.findHeld(conversation, lease.fence)) && !turns.isFree(conversation)) return false;
  return !sql.get("select 1 from inbound where conversation = ? and state = 0 limit 1", conversation);
}
