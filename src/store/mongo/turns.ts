import { AppError } from "../../vocabulary/errors.ts";
import { Contact, InboundMessage } from "../../vocabulary/message.ts";
import { replyId } from "../names.ts";
import type { OpenSend } from "../ports/outbox.ts";
import type { Committed, OpenTurn, TurnResult, Turns } from "../ports/turns.ts";
import { isAbandoned, watchedBy } from "./clock.ts";
import type { ConversationDoc, Handled, InboundDoc, Outgoing } from "./collections.ts";
import { writeCommit } from "./commit.ts";
import type { Context } from "./context.ts";
import { applyEffects, sealedEffect } from "./effects.ts";
import { unlessThere } from "./errors.ts";
import { newConversation } from "./identities.ts";
import type { Sending } from "./outbox.ts";
import { AT_ONCE, openPending } from "./pending.ts";
import { laterOf, outgoing, woken } from "./sending.ts";

/** Ms; longer than any turn. */
const LEASE = 15_000;
type Taken = Pick<ConversationDoc, "_id" | "contact" | "session" | "turn" | "handled" | "effects">;
const TAKEN = { contact: 1, session: 1, turn: 1, handled: 1, effects: 1 };

/** What a turn was opened with, beside what its worker sees. */
type Held = {
  /** Pending behind it, in order. */
  rest: InboundDoc[];
  /** Whether `rest` is all there was. */
  whole: boolean;
  /** Handled messages whose own records say so: their mention can go. */
  marked: string[];
  /** Those that may still have to be marked; absent where the document was not seen. */
  kept?: Handled[];
  round: number;
  /** Its own record counts this attempt. */
  counted: boolean;
};

/** By the turn that its worker has; of the module, since a turn may be committed through another client than it was opened by. */
const heldBy = new WeakMap<OpenTurn, Held>();

/** One answer to one message; a dead letter that is put back is to be answered again. */
const nameOf = ({ key, round }: Pick<Handled, "key" | "round">): string => `${key} ${round}`;

/** One turn at a time per conversation. The lease is taken first and the pending messages are read under it. */
export function mongoTurns(context: Context, begunSend: (doc: Sending) => OpenSend | undefined): Turns {
  const { at, vault, clock, traits, leases } = context;
  const taken = {
    fence: { $add: ["$turn.fence", 1] },
    held: true,
    stirred: false,
    opens: { $add: ["$turn.opens", 1] },
    by: leases.by,
  };
  const watched = () => ({ stirred: true, watched: watchedBy("turn", clock.now()) });
  const takeStages = (isHeld: unknown) => [
    {
      $set: {
        turn: { $cond: [isHeld, { $mergeObjects: ["$turn", watched()] }, taken] },
        reachable: true,
        due: {
          $cond: [{ $and: [{ $not: [isHeld] }, { $gt: [{ $size: "$waiting" }, 0] }] }, { at: 0, from: 0 }, "$due"],
        },
        out: { $cond: [isHeld, "$out", woken] },
        waiting: { $cond: [isHeld, "$waiting", []] },
      },
    },
  ];

  /** The lease, or nothing when another has it; that one is told to look again. */
  async function take(conversation: string): Promise<Taken | "held" | undefined> {
    const options = { returnDocument: "after", projection: TAKEN } as const;
    // The usual chat at rest: plain operators cost the server less than stages.
    const free = await at.conversation.findOneAndUpdate(
      { _id: conversation, "turn.held": false, waiting: { $size: 0 } },
      {
        $set: { "turn.held": true, "turn.stirred": false, "turn.by": leases.by, reachable: true },
        $inc: { "turn.fence": 1, "turn.opens": 1 },
      },
      options,
    );
    if (free) return free;
    const doc = await at.conversation.findOneAndUpdate({ _id: conversation }, takeStages("$turn.held"), options);
    if (!doc) return undefined;
    if (!doc.turn.stirred) return doc;
    if (!leases.isLost("turn", conversation, doc.turn) && !isAbandoned(doc.turn, clock, LEASE)) return "held";
    const freed = await at.conversation.findOneAndUpdate(
      { _id: conversation, "turn.fence": doc.turn.fence, "turn.held": true },
      takeStages(false),
      options,
    );
    return freed ?? "held";
  }

  const { pendingOf, mark } = openPending(context);

  const openTurn = (conversation: string): Promise<OpenTurn | undefined> =>
    leases.asking("turn", conversation, async () => {
      const turn = await nextTurn(conversation);
      if (turn) leases.holds("turn", conversation, turn.fence);
      return turn;
    });

  async function nextTurn(conversation: string): Promise<OpenTurn | undefined> {
    for (;;) {
      const doc = await take(conversation);
      if (doc === "held") return undefined;
      if (!doc) {
        if (!(await madeUpFor(conversation))) return undefined;
        continue;
      }
      if (doc.effects.length > 0) await applyEffects(context, conversation, doc.effects);
      const { fresh, marked, kept, whole } = await unanswered(doc);
      const [first, ...rest] = fresh;
      if (first) {
        const counted = doc.turn.opens > 1;
        if (counted) {
          await at.inbound.updateOne({ _id: first._id }, { $inc: { attempts: 1 } });
          first.attempts += 1;
        }
        return opened(doc, first, first.attempts + 1, { rest, whole, marked, kept, round: first.round, counted });
      }
      const before = await at.conversation.findOneAndUpdate(
        { _id: conversation, "turn.fence": doc.turn.fence, "turn.held": true },
        { $set: { "turn.held": false, "turn.stirred": false, "turn.opens": 0 } },
        { returnDocument: "before", projection: { turn: 1 } },
      );
      if (!before?.turn.stirred && whole) return undefined;
    }
  }

  /** What waits under this lease without what is handled already; a crash may have come before its mark. */
  async function unanswered({ _id, handled }: Taken) {
    const pending = await pendingOf(_id);
    const whole = pending.length < AT_ONCE;
    const done = new Map(handled.map((one) => [nameOf(one), one]));
    const fresh: InboundDoc[] = [];
    const marked = whole ? handled.map(({ key }) => key) : [];
    for (const one of pending) {
      const mention = done.get(nameOf({ key: one._id, round: one.round }));
      if (!mention) fresh.push(one);
      else {
        await mark(mention);
        marked.push(one._id);
      }
    }
    return { fresh, marked, kept: handled.filter(({ key }) => !marked.includes(key)), whole };
  }

  /** A crash between a name and its chat left a message whose chat is not there. */
  async function madeUpFor(conversation: string): Promise<boolean> {
    const [first] = await pendingOf(conversation);
    if (!first) return false;
    const { contact } = InboundMessage.parse(vault.open(first.sealed, `inbound ${first._id}`));
    await unlessThere(at.conversation.insertOne(newConversation(context, conversation, contact)));
    return true;
  }

  function opened(
    { _id: conversation, contact, session, turn }: Pick<Taken, "_id" | "contact" | "session" | "turn">,
    { _id: key, sealed, recordedAt }: InboundDoc,
    attempts: number,
    held: Held,
  ): OpenTurn {
    const made: OpenTurn = {
      conversation,
      fence: turn.fence,
      contact: Contact.parse(vault.open(contact, `contact ${conversation}`)),
      session: session ? vault.open(session, `session ${conversation}`) : undefined,
      key,
      message: InboundMessage.parse(vault.open(sealed, `inbound ${key}`)),
      attempts,
      recordedAt: Math.floor(recordedAt),
    };
    heldBy.set(made, held);
    return made;
  }

  const handledBy = ({ message, key }: OpenTurn, { masked, outcome, reason }: TurnResult, round: number): Handled => ({
    key,
    round,
    state: outcome,
    at: clock.now(),
    reason: reason ?? null,
    sealed: outcome === "dead" || !masked ? null : vault.seal({ ...message, content: masked }, `inbound ${key}`),
  });

  /** What a turn says of when its citizen was heard, where that matters. */
  const heardBy = ({ contact, message: { sentAt } }: OpenTurn): { heardAt?: number } =>
    traits.window.has(contact.channel) ? { heardAt: sentAt } : {};

  const NOTHING_KNOWN: Held = { rest: [], whole: false, marked: [], round: 0, counted: false };

  async function commit(turn: OpenTurn, result: TurnResult, open: boolean): Promise<Committed> {
    const { conversation, key, fence, contact } = turn;
    const held = heldBy.get(turn) ?? NOTHING_KNOWN;
    const now = clock.now();
    const [next, ...later] = held.rest;
    const session = vault.seal(result.session, `session ${conversation}`);
    const handled = handledBy(turn, result, held.round);
    const effects = result.effects.map((effect) => sealedEffect(context, effect));
    const replies = result.replies.map((body, index) =>
      outgoing(context, contact.channel, replyId(conversation, key, result.outcome, index), body, {
        createdAt: now + index / 1_000,
      }),
    );
    const [first, ...others] = replies;
    const begun: Outgoing[] = first ? [{ ...first, state: "sending", attempts: 1, turn: fence }, ...others] : [];
    const begins = open && first !== undefined;
    const { kept, marked: drop } = held;
    const goesOn = next !== undefined;
    const heard = heardBy(turn);
    const chat = { conversation, fence, key, session, stripAt: result.stripAt ?? null };
    const parts = { ...chat, handled, effects, replies, begun, begins, goesOn, drop };
    leases.leaves("turn", conversation, fence); // whatever becomes of it, this fence ends here
    const before = await writeCommit(at, { ...parts, by: leases.by, ...heard, ...(kept ? { kept } : {}) });
    if (!before) throw new AppError("LEASE_LOST", "another worker took this conversation");

    if (effects.length > 0) await applyEffects(context, conversation, effects);
    // The commit stands; a mark that fails is made by whoever opens the chat next.
    const marked = await mark(handled).then(
      () => true,
      () => false,
    );
    const committed: Committed = {};
    if (begins && before.out.length === 0 && !before.send.held) {
      const send = { fence: before.send.fence + 1, held: true };
      const heardAt = heard.heardAt === undefined ? null : Math.max(before.heardAt ?? 0, heard.heardAt);
      const doc = { _id: conversation, contact: before.contact, send, out: begun, effects: [], heardAt };
      const message = begunSend({ ...doc, turn: { held: goesOn } });
      if (message) {
        leases.holds("send", conversation, send.fence);
        committed.send = message;
      }
    }
    if (next) {
      const lease = { fence: fence + 1, held: true, stirred: false, opens: 1 };
      const doc = { _id: conversation, contact: before.contact, session, turn: lease };
      const known = kept ? { kept: [...kept, ...(marked ? [] : [handled])] } : {};
      const behind = {
        rest: later,
        whole: held.whole,
        marked: marked ? [...drop, key] : drop,
        round: next.round,
        counted: false,
        ...known,
      };
      leases.holds("turn", conversation, lease.fence);
      committed.next = opened(doc, next, next.attempts + 1, behind);
    } else if (marked && (before.turn.stirred || !held.whole)) {
      const again = await openTurn(conversation);
      if (again) committed.next = again;
    }
    return committed;
  }

  async function leave(turn: OpenTurn, countAttempt: boolean): Promise<void> {
    const { conversation, fence, key } = turn;
    leases.leaves("turn", conversation, fence);
    const { heardAt } = heardBy(turn);
    if (!countAttempt && heldBy.get(turn)?.counted) {
      await at.inbound.updateOne({ _id: key, attempts: { $gt: 0 } }, { $inc: { attempts: -1 } });
    }
    await at.conversation.updateOne({ _id: conversation, "turn.fence": fence, "turn.held": true }, [
      {
        $set: {
          turn: {
            fence,
            held: false,
            stirred: false,
            opens: countAttempt ? "$turn.opens" : { $max: [{ $subtract: ["$turn.opens", 1] }, 0] },
          },
          ...(heardAt === undefined ? {} : { heardAt: laterOf(heardAt) }),
        },
      },
    ]);
  }

  return {
    openTurn,

    commitTurn: (turn, result, open = false) =>
      leases.asking("turn", turn.conversation, () =>
        leases.asking("send", turn.conversation, () => commit(turn, result, open)),
      ),

    async behind(turn) {
      const { conversation, key, recordedAt } = turn;
      // What is answered and not yet marked so waits for nobody.
      const done = new Set(heldBy.get(turn)?.kept?.map(nameOf));
      const pending = await pendingOf(conversation);
      const docs = pending.filter(({ _id, round }) => _id !== key && !done.has(nameOf({ key: _id, round })));
      const newest = Math.max(recordedAt, ...docs.map((doc) => doc.recordedAt));
      const [first] = docs;
      const next = first && InboundMessage.parse(vault.open(first.sealed, `inbound ${first._id}`)).content;
      return { quiet: clock.now() - newest, ...(next ? { next } : {}) };
    },

    leaveTurn: (turn, countAttempt) => leases.asking("turn", turn.conversation, () => leave(turn, countAttempt)),
  };
}
