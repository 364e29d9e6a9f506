import { heldKeys } from "../../casework/access.ts";
import { defined } from "../../defined.ts";
import type { Tickets } from "../ports/tickets.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { openQuestions } from "./open-questions.ts";
import { partDocs } from "./parts.ts";
import { mongoSerials } from "./serials.ts";
import { headWithPast, readEntry, readThreadPage, readWhole } from "./thread.ts";
import { changeTicket, insertTicket } from "./ticket-change.ts";
import { foundDocs } from "./ticket-find.ts";
import { FOR_THREAD, HEAD, headOf } from "./ticket-head.ts";
import { countOf, listedDocs } from "./ticket-list.ts";

const MOST = 1_000;

export function mongoTickets(context: Context): Tickets {
  const { at, vault, clock } = context;
  const heads = (docs: readonly TicketDoc[]) => docs.map((doc) => headOf(context, doc));
  const numbers = (docs: readonly Pick<TicketDoc, "_id">[]) => docs.map(({ _id }) => _id);

  return {
    ...mongoSerials(context),
    openTicket: (draft) => insertTicket(context, draft),
    changeTicket: (number, event, message, guard = {}) => changeTicket(context, number, event, message, guard),

    ticket: (number) => readWhole(context, number),
    findEntry: (number, id) => readEntry(context, number, id),
    thread: (number, page) => readThreadPage(context, number, page),
    openQuestions: (conversation) => openQuestions(context, conversation),

    async head(number) {
      const doc = await at.ticket.findOne({ _id: number }, { projection: FOR_THREAD });
      return doc ? headWithPast(context, doc) : undefined;
    },

    async list(query) {
      const { docs, next } = await listedDocs(context, query, HEAD);
      return { heads: heads(docs), ...defined({ next }) };
    },

    async find(query) {
      const { docs, next } = await foundDocs(context, query, HEAD);
      return { heads: heads(docs), ...defined({ next }) };
    },

    async parts(query) {
      const { docs, next } = await partDocs(context, query, HEAD);
      return { heads: heads(docs), ...defined({ next }) };
    },

    counts: (sight, filters) => Promise.all(filters.map((filter) => countOf(context, { ...filter, sight }))),

    async loads(district, officers) {
      const counts = officers.map(async (id): Promise<[string, number]> => {
        return [id, await at.ticket.countDocuments({ keys: { $in: heldKeys(district, id) }, open: true })];
      });
      return Object.fromEntries(await Promise.all(counts));
    },

    async ticketsOf(owner, { open, limit = MOST } = {}) {
      const whose = "nik" in owner ? { person: vault.index("nik", owner.nik) } : { conversation: owner.conversation };
      const found = at.ticket.find({ ...whose, ...defined({ open }) }, { projection: HEAD });
      return heads(await found.sort({ openedAt: -1, _id: -1 }).limit(limit).toArray()).reverse();
    },

    async ticketsToErase(limit) {
      const due = at.ticket.find({ eraseAt: { $gt: 0, $lte: clock.now() } }, { projection: { _id: 1 } });
      return numbers(await due.sort({ eraseAt: 1 }).limit(limit).toArray());
    },
  };
}
