import type { TicketCursor, TicketSearch } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { ticketNumber } from "../number.ts";
import { LONGEST_SEARCH, readSearch } from "../search.ts";
import type { Sight } from "../sight.ts";
import type { TicketHead } from "../ticket.ts";
import { type Caller, sightFor } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { cursorIn, type Page, pageEnd } from "./ticket-page.ts";

/** Years back in which a serial is looked for. */
const YEARS = 10;

type Asked = { district: string; words: string; open?: boolean | undefined; limit: number; after?: string | undefined };

/**
 * What a caller finds among what they read, newest last: by a ticket's number or its serial, a NIK, words of a name, a
 * phone number or its last four digits. Rejects with BAD_REQUEST, which never repeats the words, for what is none of these.
 */
export async function findTickets(
  desk: Pick<Desk, "store" | "districts" | "words">,
  { district, words, open, limit, after }: Asked,
  { officer }: Pick<Caller, "officer">,
): Promise<Page> {
  const prefix = desk.districts.get(district)?.prefix;
  if (!prefix)
    throw wrongField("district", `there is no ${district}; there are ${[...desk.districts.keys()].join(", ")}`);
  const wanted = words.length > LONGEST_SEARCH ? undefined : readSearch(words, desk.words.names.titles);
  if (!wanted) throw wrongField("words", "give a ticket's number, a NIK, a name, or the last four digits of a phone");
  const sight = sightFor(desk, officer, district);
  const from = after === undefined ? undefined : cursorIn(after);
  const find = (among: Sight, search: TicketSearch, place?: TicketCursor) =>
    desk.store.find({
      sight: among,
      search,
      limit,
      ...(open === undefined ? {} : { open }),
      ...(place ? { after: place } : {}),
    });
  if ("number" in wanted) return shown(await find(sight, { numbers: [wanted.number] }, from));
  const read = officer ? sight : readByOperators(sight);
  if ("nik" in wanted) return shown(await find(read, { nik: wanted.nik }, from));
  const { serial, words: terms } = wanted;
  const numbers = serial === undefined || from ? [] : numbersWith(prefix, serial);
  const byNumber = numbers.length > 0 ? (await find(sight, { numbers })).heads : [];
  const byTerms = terms ? await find(read, { words: terms }, from) : { heads: [] };
  const known = new Set(byNumber.map(({ number }) => number));
  return shown({ ...byTerms, heads: [...byNumber, ...byTerms.heads.filter(({ number }) => !known.has(number))] });
}

/** Operators know of confidential tickets and read none: a name would tell them whose these are. */
const readByOperators = (sight: Sight): Sight => ({
  ...sight,
  keys: sight.keys.filter((key) => !key.startsWith("s:")),
});

const shown = ({ heads, next }: { heads: TicketHead[]; next?: TicketCursor }): Page => ({
  tickets: heads.reverse(),
  ...pageEnd(next),
});

/** The tickets of the last years that end in this serial. */
function numbersWith(prefix: string, serial: number): string[] {
  const year = new Date().getUTCFullYear() + 1; // a new year begins earlier here than in UTC
  return Array.from({ length: YEARS }, (_, back) => ticketNumber(prefix, year - back, serial));
}
