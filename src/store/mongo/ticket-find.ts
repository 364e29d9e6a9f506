import type { mongo } from "mongoose";
import { defined } from "../../defined.ts";
import type { FindQuery, TicketCursor } from "../ports/tickets.ts";
import { MOST_FOUND_PAST, pageFound, rarestOf, SAMPLED, searchOf } from "../ticket-find.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";

type Where = mongo.Filter<TicketDoc>;
type Looking = Pick<Context, "at" | "vault">;
type Fields = Readonly<Record<string, 0>>;

const NEWEST = { openedAt: -1, _id: -1 } as const;

export async function foundDocs(
  { at, vault }: Looking,
  query: FindQuery,
  fields: Fields,
): Promise<{ docs: TicketDoc[]; next?: TicketCursor }> {
  const search = searchOf(vault, query);
  const seen = seenBy(query, search.keys);
  if ("terms" in search) return foundByTerms({ at }, query, { terms: search.terms, seen, fields });
  const exact: Where = "numbers" in search ? { _id: { $in: [...search.numbers] } } : { person: search.person };
  const docs = await at.ticket
    .find({ $and: [exact, ...behind(query), ...seen] }, { projection: fields })
    .sort(NEWEST)
    .limit(query.limit + 1)
    .toArray();
  return paged(docs, query);
}

/** Reads the newest tickets with the rarest word, and returns those with all other words. */
async function foundByTerms(
  { at }: Pick<Context, "at">,
  query: FindQuery,
  { terms, seen, fields }: { terms: readonly string[]; seen: Where[]; fields: Fields },
): Promise<{ docs: TicketDoc[]; next?: TicketCursor }> {
  const walkOf = (term: string): Where => ({ $and: [{ terms: term }, ...behind(query)] });
  const placeOf = async (term: string, far: number) => {
    const walked = at.ticket.find(walkOf(term), { projection: { openedAt: 1 } }).sort(NEWEST);
    const [doc] = await walked
      .skip(far - 1)
      .limit(1)
      .toArray();
    return doc;
  };
  const sampled = terms.map(async (term) => ({ term, sample: (await placeOf(term, SAMPLED))?.openedAt }));
  const rarest = rarestOf(await Promise.all(sampled));
  if (!rarest) return { docs: [] };
  const others = terms.filter((term) => term !== rarest.term);
  const docs = await at.ticket
    .aggregate<TicketDoc>([
      { $match: walkOf(rarest.term) },
      { $sort: NEWEST },
      { $limit: MOST_FOUND_PAST },
      { $match: { $and: [...others.map((term) => ({ terms: term })), ...seen] } },
      { $limit: query.limit + 1 },
      { $project: fields },
    ])
    .toArray();
  if (docs.length > query.limit || rarest.sample === undefined) return paged(docs, query);
  const end = await placeOf(rarest.term, MOST_FOUND_PAST);
  return paged(docs, query, end && { at: end.openedAt, number: end._id });
}

const seenBy = ({ sight, open }: FindQuery, keys: readonly string[]): Where[] => [
  { keys: { $in: [...keys] } },
  ...(open === undefined ? [] : [{ open }]),
  ...(sight.officer === undefined ? [] : [{ barred: { $ne: sight.officer } }]),
];

const behind = ({ after }: FindQuery): Where[] =>
  after ? [{ $or: [{ openedAt: { $lt: after.at } }, { openedAt: after.at, _id: { $lt: after.number } }] }] : [];

function paged(docs: TicketDoc[], query: FindQuery, end?: TicketCursor) {
  const { rows, next } = pageFound(
    docs.map((doc) => ({ doc, at: doc.openedAt, number: doc._id })),
    query,
    end,
  );
  return { docs: rows.map(({ doc }) => doc), ...defined({ next }) };
}
