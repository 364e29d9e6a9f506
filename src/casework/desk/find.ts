import { defined } from "../../defined.ts";
import type { TicketCursor, TicketSearch } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { ticketNumber } from "../number.ts";
import { LONGEST_SEARCH, readSearch } from "../search.ts";
import type { Sight } from "../sight.ts";
import type { TicketHead } from "../ticket.ts";
import { type Caller, sightFor } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { nextPage, type Page, parseCursor } from "./ticket-page.ts";

/** The number of years in which a serial is looked up: next year, this year and the years before. */
const YEARS = 10;

type SearchRequest = {
  district: string;
  words: string;
  open?: boolean | undefined;
  limit: number;
  after?: string | undefined;
};

/**
 * Finds tickets that a caller may know of. A caller gives a ticket's number or its serial, a NIK, words of a name, a
 * phone number or its last four digits. An operator finds a confidential ticket only by its number or serial.
 *
 * In a page, the newest ticket comes last. Tickets whose serial the caller gave come after all other tickets of the
 * page.
 *
 * Rejects with BAD_REQUEST for any other text. The error never repeats the text.
 */
export async function findTickets(
  desk: Pick<Desk, "store" | "districts" | "words">,
  { district, words, open, limit, after }: SearchRequest,
  { officer }: Pick<Caller, "officer">,
): Promise<Page> {
  const prefix = desk.districts.get(district)?.prefix;
  if (!prefix)
    throw wrongField("district", `there is no ${district}; there are ${[...desk.districts.keys()].join(", ")}`);
  const wanted = words.length > LONGEST_SEARCH ? undefined : readSearch(words, desk.words.names.titles);
  if (!wanted) throw wrongField("words", "give a ticket's number, a NIK, a name, or the last four digits of a phone");
  const sight = sightFor(desk, officer, district);
  const from = after === undefined ? undefined : parseCursor(after);
  const find = (among: Sight, search: TicketSearch, place?: TicketCursor, most = limit) =>
    desk.store.find({ sight: among, search, limit: most, ...defined({ open, after: place }) });
  if ("number" in wanted) return pageFrom(await find(sight, { numbers: [wanted.number] }, from));
  const read = officer ? sight : withoutConfidential(sight);
  if ("nik" in wanted) return pageFrom(await find(read, { nik: wanted.nik }, from));
  const { serial, words: terms } = wanted;
  const numbers = serial === undefined || from ? [] : numbersEndingIn(prefix, serial);
  // All these few numbers are found, even if there are more than `limit`.
  const most = Math.max(limit, numbers.length);
  const byNumber = numbers.length > 0 ? (await find(sight, { numbers }, undefined, most)).heads : [];
  const byTerms = terms ? await find(read, { words: terms }, from) : { heads: [] };
  const known = new Set(byNumber.map(({ number }) => number));
  return pageFrom({ ...byTerms, heads: [...byNumber, ...byTerms.heads.filter(({ number }) => !known.has(number))] });
}

/**
 * Operators know of confidential tickets but may not read them. A search by name would tell an operator whose ticket
 * it is.
 */
const withoutConfidential = (sight: Sight): Sight => ({
  ...sight,
  keys: sight.keys.filter((key) => !key.startsWith("s:")),
});

const pageFrom = ({ heads, next }: { heads: TicketHead[]; next?: TicketCursor }): Page => ({
  tickets: heads.reverse(),
  ...nextPage(next),
});

/** Returns the possible numbers of tickets with this serial, one for each of `YEARS` years, the newest first. */
function numbersEndingIn(prefix: string, serial: number): string[] {
  const year = new Date().getUTCFullYear() + 1; // a new year begins in Indonesia before it begins in UTC
  return Array.from({ length: YEARS }, (_, back) => ticketNumber(prefix, year - back, serial));
}
