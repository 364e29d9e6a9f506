import type { Facts } from "../../conversation/engine/facts.ts";
import { defined } from "../../defined.ts";
import type { Effect } from "../../effects/index.ts";
import type { Category, Kind } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { isOnlyForMarked, rule } from "../category.ts";
import { dangerLaneOf } from "../danger-lane.ts";
import { kindTable } from "../kinds/index.ts";
import type { Lane } from "../lane.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import { screenWords } from "../screen.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../ticket.ts";
import { findTicket, isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findReached } from "./officer-chats.ts";
import { readLaterText } from "./read-later-text.ts";

/** An effect with screened words. `say` tells the citizen who reads these words now. */
export type Screened = { effect: Effect; say: Text[] };

/**
 * Whether the officers of a ticket's place read tickets of this kind. A doubt or an accusation takes such a ticket from
 * them. After an accusation the service tells the citizen who reads the ticket now. For tickets of other kinds it sends
 * no such text.
 */
const isReadByPlace = (kind: Kind): boolean => kindTable(kind).readers === "place";

type ScreeningDesk = Pick<Desk, "store" | "signals" | "words" | "districts" | "channels">;

/** Looks for accusations and fear in words that a turn files or adds, before the store keeps any of these words. */
export async function screenEffect(desk: ScreeningDesk, effect: Effect, facts: Facts): Promise<Screened> {
  if (effect.type === "open-ticket") {
    const { draft, officers } = await screenDraft(
      desk,
      effect.payload.draft,
      placesNamedIn(effect.payload.draft.text, facts),
    );
    if (rule(draft.category).kind === "urgent") {
      const reached = await findReached(desk, officers);
      const calledKey = calledTextKey(
        officers.filter(({ id }) => reached.has(id)),
        draft,
      );
      const isOfficerTold = OFFICER_IS_TOLD.has(calledKey);
      return {
        effect: { ...effect, payload: { draft: { ...draft, ...(isOfficerTold ? { promised: true } : {}) } } },
        say: [{ key: calledKey }, ...(isOfficerTold ? readLaterText(facts) : [])],
      };
    }
    const isConfidential = draft.lane?.sensitive || draft.confidential || rule(draft.category).sensitive;
    const say =
      isConfidential && isReadByPlace(rule(draft.category).kind)
        ? [readersText(officers, { ...draft, barred: draft.lane?.barred ?? [] }, "filed")]
        : [];
    return { effect: { ...effect, payload: { draft } }, say };
  }
  if (effect.type !== "add-to-ticket") return { effect, say: [] };
  const { event, number } = effect.payload;
  if (event.type !== "add" && event.type !== "dispute" && event.type !== "confide") return { effect, say: [] };
  const ticket = await findTicket(desk, number);
  const isConfiding = event.type === "confide";
  if (!ticket) return { effect, say: [] };
  if (isConfiding && kindTable(ticket.kind).readers === "dinsos") return { effect, say: [NO_VILLAGE_READS] };
  const officers = await desk.store.officers(ticket.district);
  if (isConfiding) return screenConfiding(desk, { effect, event }, ticket, officers);
  const isLaneConfidential = event.lane?.sensitive ?? false;
  const areas = [...(ticket.area ? [ticket.area] : []), ...placesNamedIn(event.text, facts)];
  const read = screenWords(event.text, { reader: desk.signals, words: desk.words, officers, areas });
  const said = { ...read, sensitive: read.sensitive || isLaneConfidential };
  const { namesDinsosOfficer: _, ...certain } = weighFindings(said, { kind: ticket.kind, officers });
  const found = { ...certain, ...defined({ doubt: read.doubt }) };
  const lane = laneChangeOf(desk, found, ticket, officers);
  if (!lane) return { effect, say: [] };
  const say =
    ticket.sensitive || lane.doubt || !isReadByPlace(ticket.kind)
      ? []
      : [readersText(officers, { ...ticket, barred: [...(ticket.barred ?? []), ...lane.barred] }, "raised")];
  return { effect: { ...effect, payload: { ...effect.payload, event: { ...event, lane } } }, say };
}

/** The text about a ticket that no village, companion or TKSK officer can open anyway. */
const NO_VILLAGE_READS: Text = { key: "confidential.asked" };

/** Handles a citizen's wish that village officers do not read an existing ticket ("Rahasiakan dari desa"). */
function screenConfiding(
  desk: ScreeningDesk,
  { effect, event }: { effect: Effect<"add-to-ticket">; event: TicketEvent & { type: "confide" } },
  ticket: Ticket,
  officers: readonly Officer[],
): Screened {
  const lane = laneChangeOf(desk, { sensitive: true, barred: [] }, ticket, officers);
  if (!lane) return { effect, say: [NO_VILLAGE_READS] };
  const say = isReadByPlace(ticket.kind)
    ? readersText(officers, { ...ticket, barred: ticket.barred ?? [] }, "raised")
    : NO_VILLAGE_READS;
  return { effect: { ...effect, payload: { ...effect.payload, event: { ...event, lane } } }, say: [say] };
}

/**
 * Looks for accusations and fear in the words of a new ticket. The ticket may also come from the counter or from
 * another program. For `namesDinsosOfficer`, see `weighFindings`.
 */
export async function screenDraft(
  { store, signals, words: lists }: ScreeningDesk,
  draft: TicketDraft,
  places: readonly string[] = [],
  author?: Officer,
): Promise<{ draft: TicketDraft; officers: Officer[]; namesDinsosOfficer: boolean }> {
  const officers = await store.officers(draft.district);
  const areas = [...(draft.area ? [draft.area] : []), ...places];
  // The place is screened apart from the story, since "desa Jegreg" only says where something happened and blames
  // nobody.
  const reads = [draft.text, draft.place ?? ""].map((words) =>
    screenWords(words, { reader: signals, words: lists, officers, areas }),
  );
  const linked = draft.linked === undefined ? undefined : await store.head(draft.linked);
  const isRaised = reads.some((one) => one.sensitive) || (linked?.sensitive ?? false);
  const isDoubted = !isRaised && (reads.some(({ doubt }) => doubt) || linked?.doubt === true);
  const read = { sensitive: isRaised, barred: reads.flatMap(({ barred }) => barred) };
  const { namesDinsosOfficer, ...weighty } = weighFindings(read, { kind: rule(draft.category).kind, officers, author });
  const found: Lane = {
    ...weighty,
    ...(isDoubted && !namesDinsosOfficer && mayDoubt(draft.category) ? { doubt: true } : {}),
    barred: [...new Set([...weighty.barred, ...(linked?.barred ?? [])])],
    keeps: [],
  };
  const hasFindings = found.sensitive || found.doubt || found.barred.length > 0;
  return { draft: hasFindings ? { ...draft, lane: found } : draft, officers, namesDinsosOfficer };
}

/**
 * Finds how an officer's words on a ticket change who may read it. Words about violence or self-harm bring the ticket
 * to the marked officers, as such words in the chat do. A doubt counts only if the words may repeat another person's
 * story.
 */
export async function findLaneOfWords(
  desk: ScreeningDesk,
  ticket: Ticket,
  { words, author, isStory }: { words: string; author: Officer | undefined; isStory: boolean },
): Promise<{ lane: Lane | undefined; namesDinsosOfficer: boolean }> {
  const officers = await desk.store.officers(ticket.district);
  const areas = ticket.area ? [ticket.area] : [];
  const read = screenWords(words, { reader: desk.signals, words: desk.words, officers, areas });
  const { namesDinsosOfficer, ...certain } = weighFindings(read, { kind: ticket.kind, officers, author });
  const found = { ...certain, ...(read.doubt && isStory ? { doubt: true as const } : {}) };
  const category = isOnlyForMarked(ticket.category) ? undefined : dangerLaneOf(desk.signals.read(words));
  return { lane: laneChangeOf(desk, { ...found, ...defined({ category }) }, ticket, officers), namesDinsosOfficer };
}

type Found = Omit<Lane, "keeps">;
type Weighing = { kind: Kind; officers: readonly Officer[]; author?: Officer | undefined };

/**
 * Decides which of the findings change who reads the ticket. A request about data stays with the whole Dinsos, except
 * for the officers whom it accuses.
 *
 * An officer below the Dinsos cannot bar an officer of the Dinsos. Such words make the ticket confidential instead, and
 * `namesDinsosOfficer` says that the service has to alert the operators.
 */
function weighFindings(found: Found, { kind, officers, author }: Weighing): Found & { namesDinsosOfficer: boolean } {
  const isBelow = author !== undefined && author.rung !== "dinsos";
  const isSpared = (id: string) => isBelow && officers.some((one) => one.id === id && one.rung === "dinsos");
  const namesDinsosOfficer = found.barred.some(isSpared);
  const barred = found.barred.filter((id) => !isSpared(id));
  return {
    sensitive: namesDinsosOfficer || (found.sensitive && kindTable(kind).readers !== "dinsos"),
    barred,
    namesDinsosOfficer,
  };
}

/** Returns how the words change who may read an existing ticket. If they change nothing, returns `undefined`. */
function laneChangeOf(
  desk: ScreeningDesk,
  found: Found,
  ticket: Ticket,
  officers: readonly Officer[],
): Lane | undefined {
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
    return holder && isVisibleTo(desk, holder, after) ? [holder.id] : [];
  });
  return { sensitive: after.sensitive, ...doubt, barred, keeps, ...defined({ category }) };
}

const mayDoubt = (category: Category): boolean => isReadByPlace(rule(category).kind);

const placesNamedIn = (text: string, { findPlaces }: Facts): string[] => [
  ...new Set(findPlaces(text).map(({ code }) => code)),
];

/** The texts that say that an officer was told. At night the service adds when the offices open. */
const OFFICER_IS_TOLD: ReadonlySet<string> = new Set([
  "urgent.told.dinsos",
  "urgent.told.near",
  "urgent.told.survivor",
]);

/**
 * Returns the key of the text that says who is called for a person in danger. `officers`: those whom a message reaches.
 * If nobody of them is called, the text says so, so that the citizen does not wait for an officer in vain.
 */
function calledTextKey(
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

/**
 * Returns the text that says who reads the ticket now. If no officer of the district may read it, the text says that
 * too.
 */
function readersText(
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
