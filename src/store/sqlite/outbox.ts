import { AppError } from "../../errors.ts";
import { Contact, type HistoryEntry, InboundMessage, OutboundBody } from "../../message.ts";
import type { Vault } from "../../privacy/vault.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { contactName, inboundName } from "../names.ts";
import type { OpenSend, OutboundState, Outbox, SendResult } from "../store.ts";
import { HOLDER, monotonic } from "./clock.ts";
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

export function insertOutbound(sql: Sql, { id, conversation, sealed, mass }: SealedOutbound, at: number): void {
  sql.run(
    "insert into outbound (id, conversation, sealed, mass, created_at) values (?, ?, ?, ?, ?) on conflict do nothing",
    id,
    conversation,
    sealed,
    mass ? 1 : 0,
    at,
  );
}

/** What to send, in order, one sender at a time per conversation. */
export function sqliteOutbox(shared: SharedCommit, vault: Vault): Outbox {
  type Due = { row: Row; contact: Uint8Array; fence: number };

  /**
   * Marks the first due message `sending`. A message found `sending` was cut off by a crash: that attempt stays unknown;
   * a reply is sent again, a mass notice rests.
   */
  function firstDue(sql: Sql, conversation: string): Row | undefined {
    for (;;) {
      const row = sql.get(
        "select id, sealed, state, mass, attempts, unknown, not_before, created_at from outbound where conversation = ? and state < 2 order by seq limit 1",
        conversation,
      );
      if (!row || Number(row.not_before) > monotonic()) return undefined;
      const cut = row.state === 1 ? 1 : 0;
      if (cut && row.mass) {
        sql.run(
          "update outbound set state = 7, unknown = unknown + 1, ended_at = ? where id = ?",
          Date.now(),
          String(row.id),
        );
        continue;
      }
      sql.run(
        "update outbound set state = 1, attempts = attempts + 1, unknown = unknown + ? where id = ?",
        cut,
        String(row.id),
      );
      return { ...row, attempts: Number(row.attempts) + 1, unknown: Number(row.unknown) + cut };
    }
  }

  function opened(conversation: string, { row, contact, fence }: Due): OpenSend {
    const id = String(row.id);
    const to = Contact.parse(vault.open(contact, `contact ${conversation}`));
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

  /** A receipt may have come before the platform's answer: states only rise. */
  function write(sql: Sql, { message }: OpenSend, result: SendResult, at: number, platform: string | null): void {
    const { id } = message;
    switch (result.state) {
      case "sent":
        sql.run(
          "update outbound set state = max(state, 3), platform = ?, ended_at = ?, code = null where id = ?",
          platform,
          at,
          id,
        );
        return;
      case "waiting":
        sql.run("update outbound set state = 2, code = ? where id = ? and state = 1", result.code, id);
        return;
      case "failed":
        sql.run(
          "update outbound set state = 6, code = ?, ended_at = ? where id = ? and state = 1",
          result.code,
          at,
          id,
        );
        return;
      case "again":
        sql.run(
          "update outbound set state = 0, not_before = ?, code = ?, attempts = attempts - ? where id = ? and state = 1",
          monotonic() + result.after,
          result.code ?? null,
          result.tried ? 0 : 1,
          id,
        );
        return;
      case "unknown":
        sql.run(
          "update outbound set state = iif(mass, 7, 0), ended_at = iif(mass, ?, null), unknown = unknown + 1, not_before = ?, code = ? where id = ? and state = 1",
          at,
          monotonic() + result.after,
          result.code,
          id,
        );
    }
  }

  return {
    async openSend(conversation) {
      const found = await shared.write((sql): Due | undefined => {
        const chat = sql.get("select contact, send_fence, send_until from conversation where id = ?", conversation);
        if (!chat || Number(chat.send_until) > monotonic()) return undefined;
        const row = firstDue(sql, conversation);
        if (!row) return undefined;
        const fence = Number(chat.send_fence) + 1;
        sql.run(
          "update conversation set send_fence = ?, send_until = ?, send_holder = ? where id = ?",
          fence,
          monotonic() + LEASE,
          HOLDER,
          conversation,
        );
        return { row, contact: chat.contact as Uint8Array, fence };
      });
      return found && opened(conversation, found);
    },

    async closeSend(send, result) {
      const { conversation, fence, message } = send;
      const platform = result.state === "sent" ? inboundName(vault, message.to, result.platformId) : null;
      const at = Date.now();
      const next = await shared.write((sql): Due | undefined => {
        const chat = sql.get("select contact, send_fence from conversation where id = ?", conversation);
        if (chat?.send_fence !== fence) throw new AppError("LEASE_LOST", "another sender took this conversation");
        write(sql, send, result, at, platform);
        const goesOn = result.state === "sent" || result.state === "failed";
        const row = goesOn ? firstDue(sql, conversation) : undefined;
        sql.run("update conversation set send_until = ? where id = ?", row ? monotonic() + LEASE : 0, conversation);
        return row && { row, contact: chat.contact as Uint8Array, fence };
      });
      return next && opened(conversation, next);
    },

    async addOutbound(conversation, id, body) {
      const whole = `${conversation}.${id}`;
      const sealed = sealedOutbound(vault, conversation, whole, body);
      await shared.write((sql) => insertOutbound(sql, sealed, Date.now()));
      return whole;
    },

    async outboundStates(ids) {
      const states: Record<string, { state: OutboundState; code?: string }> = {};
      for (const id of ids) {
        const row = shared.read((sql) => sql.get("select state, code from outbound where id = ?", id));
        const state = row && OUTBOUND_STATES[Number(row.state)];
        if (state) states[id] = row.code ? { state, code: String(row.code) } : { state };
      }
      return states;
    },

    async history(contact, limit) {
      const [inbound, outbound] = shared.read((sql) => {
        const id = sql.get(
          "select conversation from identity where key = ?",
          contactName(vault, contact),
        )?.conversation;
        if (!id) return [[], []];
        return [
          sql.all(
            "select key, sealed, recorded_at from inbound where conversation = ? order by seq desc limit ?",
            String(id),
            limit,
          ),
          sql.all(
            "select id, sealed, created_at from outbound where conversation = ? order by seq desc limit ?",
            String(id),
            limit,
          ),
        ];
      });
      const said = inbound.reverse().map((row): HistoryEntry => {
        const { id, content } = InboundMessage.parse(vault.open(row.sealed as Uint8Array, `inbound ${row.key}`));
        return { id, from: "citizen", text: maskNumbers(words(content)), choices: [], at: Number(row.recorded_at) };
      });
      const answered = outbound.reverse().map((row): HistoryEntry => {
        const { text, choices } = OutboundBody.parse(vault.open(row.sealed as Uint8Array, `outbound ${row.id}`));
        return {
          id: String(row.id),
          from: "service",
          text,
          choices: choices.map(({ id, title, description }) =>
            description ? { id, title, description } : { id, title },
          ),
          at: Number(row.created_at),
        };
      });
      return [...said, ...answered].sort((a, b) => a.at - b.at).slice(-limit);
    },

    async conversationOf(contact) {
      const row = shared.read((sql) =>
        sql.get("select conversation from identity where key = ?", contactName(vault, contact)),
      );
      return row && String(row.conversation);
    },

    async contactOf(conversation) {
      const row = shared.read((sql) => sql.get("select contact from conversation where id = ?", conversation));
      return row && Contact.parse(vault.open(row.contact as Uint8Array, `contact ${conversation}`));
    },
  };
}

function words(content: InboundMessage["content"]): string {
  if (content.type === "text") return content.text;
  if (content.type === "choice") return content.title ?? content.id;
  return `[${content.type === "media" || content.type === "other" ? content.kind : content.type}]`;
}
