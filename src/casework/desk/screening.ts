import type { Facts } from "../../conversation/engine/facts.ts";
import { defined } from "../../defined.ts";
import type { Effect } from "../../effects/index.ts";
import type { Category, Kind } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import { dangerLaneOf, isClosed } from "../danger-lane.ts";
import { kindTable } from "../kinds/index.ts";
import type { Lane } from "../lane.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import { screen } from "../screen.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../ticket.ts";
import { seenBy } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { whenRead } from "./urgent-told.ts";

/** An effect whose words have been looked at, and what its citizen is told of who reads them now. */
export type Screened = { effect: Effect; say: Text[] };

/**
 * Whether the officers who serve a ticket's place read it, so that a doubt or an accusation takes it from them and its citizen
 * is told here who reads it; the other kinds are with the Dinsos already, and say it themselves.
 */
const isPlaces = (kind: Kind): boolean => kindTable(kind).readers === "place";

type Screening = Pick<Desk, "store" | "signals" | "words" | "districts">;

/** Looks for accusations and fear in what a turn files or adds, before any of it is kept. */
export async function screened(desk: Screening, effect: Effect, facts: Facts): Promise<Screened> {
  if (effect.type === "open-ticket") {
    const { draft, officers } = await screenedDraft(
      desk,
      effect.payload.draft,
      placesIn(effect.payload.draft.text, facts),
    );
    if (rule(draft.category).kind === "urgent") {
      const called = whoIsCalled(officers, draft);
      const isWaiting = WAITING.has(called);
      return {
        effect: { ...effect, payload: { draft } },
        say: [{ key: called }, ...(isWaiting ? whenRead(facts) : [])],
      };
    }
    const isConfidential = draft.lane?.sensitive || draft.confidential || rule(draft.category).sensitive;
    const say =
      isConfidential && isPlaces(rule(draft.category).kind)
        ? [whoReads(officers, { ...draft, barred: draft.lane?.barred ?? [] }, "filed")]
        : [];
    return { effect: { ...effect, payload: { draft } }, say };
  }
  if (effect.type !== "add-to-ticket") return { effect, say: [] };
  const { event, number } = effect.payload;
  if (event.type !== "add" && event.type !== "dispute" && event.type !== "confide") return { effect, say: [] };
  const ticket = await desk.store.ticket(number);
  const isAsked = event.type === "confide";
  if (!ticket) return { effect, say: [] };
  if (isAsked && kindTable(ticket.kind).readers === "dinsos") return { effect, say: [KEPT] };
  const officers = await desk.store.officers(ticket.district);
  if (isAsked) return confided(desk, { effect, event }, ticket, officers);
  const asked = event.lane?.sensitive ?? false;
  const areas = [...(ticket.area ? [ticket.area] : []), ...placesIn(event.text, facts)];
  const read = screen(event.text, { reader: desk.signals, lists: desk.words.witness, officers, areas });
  const said = { ...read, sensitive: read.sensitive || asked };
  const { isNamed: _, ...certain } = weighed(said, { kind: ticket.kind, officers });
  const found = { ...certain, ...defined({ doubt: read.doubt }) };
  const lane = laneOf(desk, found, ticket, officers);
  if (!lane) return { effect, say: [] };
  const say =
    ticket.sensitive || lane.doubt || !isPlaces(ticket.kind)
      ? []
      : [whoReads(officers, { ...ticket, barred: [...(ticket.barred ?? []), ...lane.barred] }, "raised")];
  return { effect: { ...effect, payload: { ...effect.payload, event: { ...event, lane } } }, say };
}

/** Tickets that no village, companion or TKSK can open. */
const KEPT: Text = { key: "confidential.asked" };

/** "Rahasiakan dari desa", asked of a ticket that is there. */
function confided(
  desk: Screening,
  { effect, event }: { effect: Effect<"add-to-ticket">; event: TicketEvent & { type: "confide" } },
  ticket: Ticket,
  officers: readonly Officer[],
): Screened {
  const lane = laneOf(desk, { sensitive: true, barred: [] }, ticket, officers);
  if (!lane) return { effect, say: [KEPT] };
  const say = isPlaces(ticket.kind) ? whoReads(officers, { ...ticket, barred: ticket.barred ?? [] }, "raised") : KEPT;
  return { effect: { ...effect, payload: { ...effect.payload, event: { ...event, lane } } }, say: [say] };
}

/** The same for a ticket that is written down by somebody else: at the counter, by another program. */
export async function screenedDraft(
  { store, signals, words: { witness: lists } }: Screening,
  draft: TicketDraft,
  places: readonly string[] = [],
  author?: Officer,
): Promise<{ draft: TicketDraft; officers: Officer[]; isNamed: boolean }> {
  const officers = await store.officers(draft.district);
  const areas = [...(draft.area ? [draft.area] : []), ...places];
  // Apart: "desa Jegreg" behind a story is where it happened, and nobody's blame.
  const reads = [draft.text, draft.place ?? ""].map((words) =>
    screen(words, { reader: signals, lists, officers, areas }),
  );
  const before = draft.linked === undefined ? undefined : await store.head(draft.linked);
  const isRaised = reads.some((one) => one.sensitive) || (before?.sensitive ?? false);
  const isDoubted = !isRaised && (reads.some(({ doubt }) => doubt) || before?.doubt === true);
  const read = { sensitive: isRaised, barred: reads.flatMap(({ barred }) => barred) };
  const { isNamed, ...weighty } = weighed(read, { kind: rule(draft.category).kind, officers, author });
  const found: Lane = {
    ...weighty,
    ...(isDoubted && !isNamed && mayDoubt(draft.category) ? { doubt: true } : {}),
    barred: [...new Set([...weighty.barred, ...(before?.barred ?? [])])],
    keeps: [],
  };
  const isMarked = found.sensitive || found.doubt || found.barred.length > 0;
  return { draft: isMarked ? { ...draft, lane: found } : draft, officers, isNamed };
}

/**
 * What an officer's words on a ticket change of who may read it. What they tell of violence or self-harm brings it to the
 * marked officers who read of such things in the chat. Where they are nobody's story, a doubt counts for nothing.
 */
export async function laneOfWords(
  desk: Screening,
  ticket: Ticket,
  { words, author, isStory }: { words: string; author: Officer | undefined; isStory: boolean },
): Promise<{ lane: Lane | undefined; isNamed: boolean }> {
  const officers = await desk.store.officers(ticket.district);
  const areas = ticket.area ? [ticket.area] : [];
  const read = screen(words, { reader: desk.signals, lists: desk.words.witness, officers, areas });
  const { isNamed, ...certain } = weighed(read, { kind: ticket.kind, officers, author });
  const found = { ...certain, ...(read.doubt && isStory ? { doubt: true as const } : {}) };
  const category = isClosed(ticket.category) ? undefined : dangerLaneOf(desk.signals.read(words));
  return { lane: laneOf(desk, { ...found, ...defined({ category }) }, ticket, officers), isNamed };
}

type Found = Omit<Lane, "keeps">;
type Weighing = { kind: Kind; officers: readonly Officer[]; author?: Officer | undefined };

/**
 * Decides which of the findings change who reads the ticket. A request about data stays with the whole Dinsos, except for the
 * officers whom it accuses. No officer below the Dinsos bars one of the Dinsos: such words make the ticket confidential, and
 * `isNamed` says that operators are to hear of it.
 */
function weighed(found: Found, { kind, officers, author }: Weighing): Found & { isNamed: boolean } {
  const isBelow = author !== undefined && author.rung !== "dinsos";
  const isSpared = (id: string) => isBelow && officers.some((one) => one.id === id && one.rung === "dinsos");
  const isNamed = found.barred.some(isSpared);
  const barred = found.barred.filter((id) => !isSpared(id));
  return { sensitive: isNamed || (found.sensitive && kindTable(kind).readers !== "dinsos"), barred, isNamed };
}

/** The changes that the words make to an existing ticket; `undefined` where they make none. */
function laneOf(desk: Screening, found: Found, ticket: Ticket, officers: readonly Officer[]): Lane | undefined {
  const barred = found.barred.filter((id) => !ticket.barred?.includes(id));
  const { category } = found;
  const isRaised = found.sensitive && !ticket.sensitive;
  const isDoubted =
    found.doubt === true && !category && !found.sensitive && !ticket.sensitive && mayDoubt(ticket.category);
  if (!isRaised && !isDoubted && barred.length === 0 && !category) return undefined;
  const doubt = isDoubted ? { doubt: true as const } : {};
  const moved = category ? { category, kind: rule(category).kind } : {};
  const after = { ...ticket, ...doubt, ...moved, sensitive: ticket.sensitive || found.sensitive, barred };
  const keeps = [ticket.officer, ticket.beside].flatMap((id) => {
    const holder = officers.find((one) => one.id === id);
    return holder && seenBy(desk, holder, after) ? [holder.id] : [];
  });
  return { sensitive: after.sensitive, ...doubt, barred, keeps, ...defined({ category }) };
}

const mayDoubt = (category: Category): boolean => isPlaces(rule(category).kind);

const placesIn = (text: string, { findPlaces }: Facts): string[] => [
  ...new Set(findPlaces(text).map(({ code }) => code)),
];

/** Officers of an office, which is closed at night. */
const WAITING: ReadonlySet<string> = new Set(["urgent.told.dinsos", "urgent.told.near", "urgent.told.survivor"]);

/** Who is told of somebody in danger, as it is: nobody waits for an officer who is not there. */
function whoIsCalled(
  officers: readonly Officer[],
  { category, district, area, lane, confidential }: TicketDraft,
): string {
  const { kind, onlyMarked } = rule(category);
  const sensitive = confidential === true || (lane?.sensitive ?? false);
  const barred = lane?.barred ?? [];
  const called = officerFor({ kind, category, sensitive, district, area, barred }, officers, {});
  if (onlyMarked === "survivor") return called ? "urgent.told.survivor" : "urgent.told.noSurvivor";
  if (!called) return "urgent.told.nobody";
  return called.rung === "dinsos" ? "urgent.told.dinsos" : "urgent.told.near";
}

/** Who reads it now, as it is: where the district has marked nobody, that is said too. */
function whoReads(
  officers: readonly Officer[],
  { district, barred }: Pick<Ticket, "district"> & { barred: readonly string[] },
  when: "filed" | "raised",
): Text {
  const isRead = officers.some(
    (one) =>
      one.district === district && one.active && one.rung === "dinsos" && one.sensitive && !barred.includes(one.id),
  );
  return { key: `confidential.${when}${isRead ? "" : "Unread"}` };
}
