import { defined } from "../../defined.ts";
import type { PartQuery, TicketCursor } from "../ports/tickets.ts";
import { pageFound } from "../ticket-find.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";

type OnePart = Omit<TicketDoc, "parts"> & { parts: { dueAt: number } };
type Fields = Readonly<Record<string, 0>>;

/** The statement sorts, because an index over an array does not keep this order. */
export async function partDocs(
  { at }: Pick<Context, "at">,
  { sight, office, officer, after, limit }: PartQuery,
  fields: Fields,
): Promise<{ docs: TicketDoc[]; next?: TicketCursor }> {
  const found = await at.ticket
    .aggregate<OnePart>([
      {
        $match: {
          district: sight.district,
          parts: { $elemMatch: { office, dueAt: { $gt: 0 } } },
          "parts.dueAt": { $gt: 0 },
          keys: { $in: [...sight.keys] },
          ...(sight.officer === undefined ? {} : { barred: { $ne: sight.officer } }),
        },
      },
      { $unwind: "$parts" },
      {
        $match: {
          "parts.office": office,
          "parts.dueAt": { $gt: 0 },
          ...(officer === undefined ? {} : { "parts.officer": officer }),
          ...(after
            ? { $or: [{ "parts.dueAt": { $gt: after.at } }, { "parts.dueAt": after.at, _id: { $gt: after.number } }] }
            : {}),
        },
      },
      { $sort: { "parts.dueAt": 1, _id: 1 } },
      { $limit: limit + 1 },
      { $project: fields },
    ])
    .toArray();
  const lines = found.map((doc) => ({ doc, at: doc.parts.dueAt, number: doc._id }));
  const { rows, next } = pageFound(lines, { limit });
  return { docs: rows.map(({ doc: { parts: _, ...doc } }) => doc), ...defined({ next }) };
}
