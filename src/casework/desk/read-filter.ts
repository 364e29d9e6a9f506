import { defined } from "../../defined.ts";
import type { TicketFilter } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { KINDS } from "../../vocabulary/lists.ts";
import { checkCategory } from "./check-head.ts";
import type { Desk } from "./desk.ts";

type Filter = { [Part in "district" | "category" | "kind" | "officer" | "area"]?: string | undefined };

/** Rejects with BAD_REQUEST for an unknown value. */
export async function checkFilter(
  { store, districts }: Pick<Desk, "store" | "districts">,
  { district, category, kind, officer, area }: Filter,
): Promise<TicketFilter> {
  const all = [...districts.values()].filter(({ id }) => district === undefined || id === district);
  if (all.length === 0) throw unknownValueError("district", district, [...districts.keys()]);
  const ofCategory = category === undefined ? {} : { category: checkCategory(category) };
  const known = KINDS.find((one) => one === kind);
  if (kind !== undefined && !known) throw unknownValueError("kind", kind, KINDS);
  if (area !== undefined && !all.some(({ areas }) => areas.some(({ code }) => code.startsWith(area))))
    throw wrongField("area", `${area} begins no place of ${all.map(({ id }) => id).join(", ")}`);
  const filter = { ...ofCategory, ...defined({ kind: known, area }) };
  if (officer === undefined) return filter;
  const officers = (await store.officers()).filter((one) => all.some(({ id }) => id === one.district));
  if (!officers.some(({ id }) => id === officer)) {
    throw unknownValueError(
      "officer",
      officer,
      officers.map(({ id }) => id),
    );
  }
  return { ...filter, holder: officer };
}

const unknownValueError = (field: string, given: string | undefined, known: readonly string[]) =>
  wrongField(field, `there is no ${given}; ${known.length > 0 ? `there are ${known.join(", ")}` : "there are none"}`);
