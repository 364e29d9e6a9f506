import { AppError } from "../../vocabulary/errors.ts";
import type { InboundMessage } from "../../vocabulary/message.ts";
import type { Inbox } from "../ports/inbox.ts";
import { inboundName } from "../record-names.ts";
import { batchCalls } from "./batch.ts";
import type { InboundDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { findDuplicates, insertOnce } from "./errors.ts";
import { findIdentities, openConversations } from "./identities.ts";

export function mongoInbox(context: Context): Inbox {
  const { at, vault, traits, clock } = context;
  const conversationsOf = openConversations(context, batchCalls(findIdentities(context)));
  const insert = batchCalls(insertAll);

  const kept = (message: InboundMessage, conversation: string, place: number): InboundDoc => {
    const { channel } = message.contact;
    const key = inboundName(vault, message.contact, message.id, traits.live.has(channel));
    return {
      _id: key,
      conversation,
      channel,
      live: traits.live.has(channel),
      order: message.order,
      sealed: vault.seal(message, `inbound ${key}`),
      state: "pending",
      attempts: 0,
      round: 0,
      recordedAt: clock.now() + place / 1_000,
      handledAt: null,
      reason: null,
    };
  };

  /** Returns, for each call, the positions of records that existed before. */
  async function insertAll(calls: readonly (readonly InboundDoc[])[]): Promise<Set<number>[]> {
    const records = calls.flat();
    const [only] = records;
    const there =
      records.length === 1 && only
        ? new Set((await insertOnce(at.inbound.insertOne(only))) ? [] : [0])
        : await findDuplicates(at.inbound.insertMany(records, { ordered: false }));
    let before = 0;
    return calls.map(({ length }) => {
      const from = before;
      before += length;
      return new Set([...there].filter((place) => place >= from && place < before).map((place) => place - from));
    });
  }

  /** The answer 200 to a platform promises a durable message. */
  async function assureDurable(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const durable = await at.inbound
      .find({ _id: { $in: [...new Set(keys)] } }, { readConcern: { level: "majority" }, projection: { _id: 1 } })
      .toArray();
    if (durable.length < new Set(keys).size) {
      throw new AppError("STORE_UNAVAILABLE", "the first copy of a message is not durable yet");
    }
  }

  return {
    async recordInbound(messages) {
      if (messages.length === 0) return [];
      const conversations = await conversationsOf(messages);
      const records = messages.map((message, index) => kept(message, conversations[index] ?? "", index));
      const there = await insert(records);
      await assureDurable(records.filter((_, index) => there.has(index)).map(({ _id }) => _id));
      return records.map(({ _id, conversation }, index) => ({
        key: _id,
        conversation: conversation ?? "",
        fresh: !there.has(index),
      }));
    },
  };
}
