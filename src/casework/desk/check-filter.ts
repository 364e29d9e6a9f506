import type { Messaging } from "../../messaging/messaging.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { KINDS } from "../../vocabulary/lists.ts";
import { checkCategory } from "./check-head.ts";

type Filter = { [Part in "district" | "category" | "kind" | "officer" | "area"]?: string | undefined };

/** Rejects with BAD_REQUEST for a filter that can find nothing because it names what is not there, listing what is. */
export async function checkFilter(
  { store, districts }: Pick<Messaging, "store" | "districts">,
  { district, category, kind, officer, area }: Filter,
): Promise<void> {
  const all = [...districts.values()].filter(({ id }) => district === undefined || id === district);
  if (all.length === 0) throw unknown("district", district, [...districts.keys()]);
  if (category !== undefined) checkCategory(category);
  if (kind !== undefined && !KINDS.some((one) => one === kind)) throw unknown("kind", kind, KINDS);
  if (area !== undefined && !all.some(({ areas }) => areas.some(({ code }) => code.startsWith(area))))
    throw wrongField("area", `${area} begins no place of ${all.map(({ id }) => id).join(", ")}`);
  if (officer === undefined) return;
  const officers = (await store.officers()).filter((one) => all.some(({ id }) => id === one.district));
  if (!officers.some(({ id }) => id === officer)) {
    throw unknown(
      "officer",
      officer,
      officers.map(({ id }) => id),
    );
  }
}

const unknown = (field: string, given: string | undefined, known: readonly string[]) =>
  wrongField(field, `there is no ${given}; ${known.length > 0 ? `there are ${known.join(", ")}` : "there are none"}`);
