import type { mongo } from "mongoose";
import type { Key } from "../../casework/access.ts";
import { defined } from "../../defined.ts";
import { inChunks } from "../chunks.ts";
import type { TicketCursor, TicketQuery } from "../ports/tickets.ts";
import {
  type Branch,
  type Conditions,
  type Found,
  joined,
  MOST_COUNTED,
  MOST_LOOKED_AT,
  type Plan,
  planOf,
} from "../ticket-list.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";

type Where = mongo.Filter<TicketDoc>;
type Line = TicketCursor & { doc: TicketDoc };
type At = Pick<Context, "at">;
type Fields = Readonly<Record<string, 0>>;
type Looked = TicketQuery & { fields: Fields };

const ORDERS = {
  opened: { at: "openedAt", direction: -1, behind: "$lt" },
  clock: { at: "lateAt", direction: 1, behind: "$gt" },
} as const;

/** For a query of more than 200 branches, the server would sort all documents. */
type Group = Pick<Branch, "fits"> & { keys: Key[]; open: boolean[] };
const MOST_KEYS = 100;

function groupsOf({ branches }: Plan): Group[] {
  const alike = Map.groupBy(branches, ({ fits }) => JSON.stringify(fits));
  return [...alike.values()].flatMap((same) => {
    const keys = [...new Set(same.map(({ key }) => key))];
    const open = [...new Set(same.map((one) => one.open))];
    const fits = same[0]?.fits ?? {};
    return inChunks(keys, MOST_KEYS).map((some) => ({ keys: some, open, fits }));
  });
}

export async function listedDocs(
  { at }: At,
  query: TicketQuery,
  fields: Fields,
): Promise<{ docs: TicketDoc[]; next?: TicketCursor }> {
  const plan = planOf(query);
  const found = await Promise.all(groupsOf(plan).map((group) => docsOf({ at }, group, plan, { ...query, fields })));
  const { rows, next } = joined(found, query);
  return { docs: rows.map(({ doc }) => doc), ...defined({ next }) };
}

async function docsOf({ at }: At, group: Group, plan: Plan, query: Looked): Promise<Found<Line>> {
  const { order = "opened", after, limit, fields } = query;
  const { lateBefore } = plan;
  const { at: field, direction, behind } = ORDERS[order];
  const sort = { [field]: direction, _id: direction } as const;
  const from: Where[] = [
    ...fromOf(group, plan),
    ...(order === "clock" ? [{ lateAt: { $gt: 0, ...(lateBefore === undefined ? {} : { $lt: lateBefore }) } }] : []),
    ...(after
      ? [{ $or: [{ [field]: { [behind]: after.at } }, { [field]: after.at, _id: { [behind]: after.number } }] }]
      : []),
  ];
  const fits = fitting(group.fits);
  const looked = at.ticket.aggregate<TicketDoc>([
    { $match: { $and: from } },
    { $sort: sort },
    ...(fits.length > 0 ? [{ $limit: MOST_LOOKED_AT }, { $match: { $and: fits } }] : []),
    { $limit: limit + 1 },
    { $project: fields },
  ]);
  const rows = (await looked.toArray()).map((doc) => ({ doc, at: Number(doc[field]), number: doc._id }));
  if (rows.length > limit || fits.length === 0) return { rows };
  const [end] = await at.ticket
    .find({ $and: from }, { projection: { [field]: 1 } })
    .sort(sort)
    .skip(MOST_LOOKED_AT - 1)
    .limit(1)
    .toArray();
  return { rows, ...(end ? { end: { at: Number(end[field]), number: end._id } } : {}) };
}

export async function countOf({ at }: At, query: Omit<TicketQuery, "limit" | "after">): Promise<number> {
  const plan = planOf(query);
  const found = await Promise.all(
    groupsOf(plan).map((group) =>
      at.ticket
        .find({ $and: [...fromOf(group, plan), ...fitting(group.fits)] }, { projection: { _id: 1 } })
        .limit(MOST_COUNTED)
        .toArray(),
    ),
  );
  return Math.min(new Set(found.flat().map(({ _id }) => _id)).size, MOST_COUNTED);
}

const fromOf = ({ keys, open }: Group, { officer }: Plan): Where[] => [
  { keys: among(keys), open: among(open) },
  ...(officer === undefined ? [] : [{ barred: { $ne: officer } }]),
];

function among<T>(values: readonly T[]): T | { $in: T[] } {
  const [only, ...others] = values;
  return only === undefined || others.length > 0 ? { $in: [...values] } : only;
}

function fitting({ keys, area, categories, overdueAt }: Conditions): Where[] {
  return [
    ...(keys ? [{ keys: { $in: [...keys] } }] : []),
    ...(area === undefined ? [] : [{ area: { $gte: area, $lt: `${area}:` } }]),
    ...(categories ? [{ category: { $in: [...categories] } }] : []),
    ...(overdueAt === undefined ? [] : [{ lateAt: { $gt: 0, $lt: overdueAt } }]),
  ];
}
