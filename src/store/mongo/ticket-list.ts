import type { mongo } from "mongoose";
import type { Sight } from "../../casework/sight.ts";
import type { TicketFilter } from "../ports/tickets.ts";
import { type Branch, branchesOf, joined } from "../ticket-branches.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";

type Where = mongo.Filter<TicketDoc>;

/** The newest tickets of a filter, oldest first, each branch by its index. */
export async function listedDocs({ at, vault }: Context, filter: TicketFilter, limit: number): Promise<TicketDoc[]> {
  const person = filter.nik === undefined ? undefined : vault.index("nik", filter.nik);
  const branches = branchesOf(filter, person);
  const rest = conditions(filter, person);
  const wheres = branches.length > 0 ? branches.map((branch) => ({ $and: [fromOf(branch), ...rest] })) : [allOf(rest)];
  const found = await Promise.all(
    wheres.map((where) => at.ticket.find(where).sort({ openedAt: -1, _id: -1 }).limit(limit).toArray()),
  );
  const rows = found.map((docs) => docs.map((doc) => ({ doc, number: doc._id, openedAt: doc.openedAt })));
  return joined(rows, limit).map(({ doc }) => doc);
}

const allOf = (parts: Where[]): Where => (parts.length > 0 ? { $and: parts } : {});

const fromOf = ({ key, value, district, open }: Branch): Where => ({
  ...(district === undefined ? {} : { district }),
  [key]: key === "sensitive" ? true : value,
  ...(open === undefined ? {} : { open }),
});

/** Everything that must hold of a document, whichever index it was found by. */
function conditions(filter: TicketFilter, person: string | undefined): Where[] {
  const { district, open, overdueAt, area, category, kind, conversation, officer, news, after, seenBy } = filter;
  return [
    ...(district === undefined ? [] : [{ district }]),
    ...(open === undefined ? [] : [{ open }]),
    ...(overdueAt === undefined ? [] : [{ lateAt: { $lt: overdueAt } }]),
    ...(area === undefined ? [] : [{ area: within(area) }]),
    ...(category === undefined ? [] : [{ category }]),
    ...(kind === undefined ? [] : [{ kind }]),
    ...(conversation === undefined ? [] : [{ conversation }]),
    ...(officer === undefined ? [] : [{ $or: [{ officer }, { beside: officer }] }]),
    ...(news ? [{ news }] : []),
    ...(person === undefined ? [] : [{ person }]),
    ...(after
      ? [{ $or: [{ openedAt: { $lt: after.openedAt } }, { openedAt: after.openedAt, _id: { $lt: after.number } }] }]
      : []),
    ...(seenBy ? seen(seenBy) : []),
  ];
}

const within = (area: string) => ({ $gte: area, $lt: `${area}:` });

/** `inSight` of complaints/sight.ts, as a filter. */
function seen({ district, officer, areas, reasons, sensitive, data, doubt, hidden, opened }: Sight): Where[] {
  const owned: Where[] = reasons ? [{ reason: { $in: [...reasons] } }] : [];
  const places: Where[] =
    areas === "all" ? [allOf(owned)] : areas.map((code) => allOf([{ area: within(code) }, ...owned]));
  return [
    { district, barred: { $ne: officer }, category: { $nin: [...hidden] } },
    {
      $or: [
        { category: { $in: [...opened] } },
        ...(sensitive ? [{ sensitive: true }] : []),
        ...(data ? [{ sensitive: false, kind: "data" }] : []),
        {
          sensitive: false,
          kind: { $ne: "data" },
          ...(doubt ? {} : { doubt: { $ne: true } }),
          $or: [{ officer }, { beside: officer }, ...places],
        },
      ],
    },
  ];
}
