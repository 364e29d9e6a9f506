import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import { Contact, OutboundBody } from "../../vocabulary/message.ts";
import type { StoreOptions } from "../options.ts";
import { type OpenSend, type Outbox, outboundId } from "../ports/outbox.ts";
import { monotonic } from "./clock.ts";
import type { AllLeases, Lease } from "./leases.ts";
import { heardIn, insertTracked, sealedOutbound } from "./outbound-rows.ts";
import { OUTBOUND_STATES } from "./schema.ts";
import { markFirstDue, nextDue, shortenPause, writeResult } from "./send-rows.ts";
import type { Row, SharedCommit } from "./shared-commit.ts";

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
      // If the write fails, the sender keeps the lease and may report the result again.
      const row = await shared.write((sql): Row | undefined => {
        if (!lease || sends.findHeld(conversation, fence) !== lease) {
          throw new AppError("LEASE_LOST", "another sender took this conversation");
        }
        writeResult(sql, lease, result, at, window);
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
