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

const YEARS = 10;

type SearchRequest = {
  district: string;
  words: string;
  open?: boolean | undefined;
  limit: number;
  after?: string | undefined;
};

/** Returns the newest tickets last. Rejects with BAD_REQUEST for `words` that `readSearch` cannot read. */
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
  const most = Math.max(limit, numbers.length);
  const byNumber = numbers.length > 0 ? (await find(sight, { numbers }, undefined, most)).heads : [];
  const byTerms = terms ? await find(read, { words: terms }, from) : { heads: [] };
  const known = new Set(byNumber.map(({ number }) => number));
  return pageFrom({ ...byTerms, heads: [...byNumber, ...byTerms.heads.filter(({ number }) => !known.has(number))] });
}

/** A search by name or NIK would tell an operator whose ticket it is. */
const withoutConfidential = (sight: Sight): Sight => ({
  ...sight,
  keys: sight.keys.filter((key) => !key.startsWith("s:")),
});

const pageFrom = ({ heads, next }: { heads: TicketHead[]; next?: TicketCursor }): Page => ({
  tickets: heads.reverse(),
  ...nextPage(next),
});

function numbersEndingIn(prefix: string, serial: number): string[] {
  const year = new Date().getUTCFullYear() + 1; // In Indonesia, the new year begins some hours earlier than in UTC.
  return Array.from({ length: YEARS }, (_, back) => ticketNumber(prefix, year - back, serial));
}
