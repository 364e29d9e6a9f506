import type { Facts } from "../../conversation/engine/facts.ts";
import { defined } from "../../defined.ts";
import type { Effect } from "../../effects/index.ts";
import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import type { Officer } from "../officer.ts";
import { screenWords } from "../screen.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { findTicketWithoutEntries } from "./caller.ts";
import { isReadByPlace, laneChangeOf, type ScreeningDesk, weighFindings } from "./lane-change.ts";
import { findReachable } from "./officer-chats.ts";
import { calledText, NO_VILLAGE_READS, readersText } from "./readers-text.ts";
import { screenDraft } from "./screen-draft.ts";

export type Screened = { effect: Effect; say: Text[] };

export async function screenEffect(desk: ScreeningDesk, effect: Effect, facts: Facts): Promise<Screened> {
  if (effect.type === "open-ticket") {
    const { draft, officers } = await screenDraft(
      desk,
      effect.payload.draft,
      placesNamedIn(effect.payload.draft.text, facts),
    );
    if (rule(draft.category).kind === "urgent") {
      const reachable = await findReachable(desk, officers);
      const { text, isTold } = calledText(
        officers.filter(({ id }) => reachable.has(id)),
        draft,
        facts,
      );
      return {
        effect: { ...effect, payload: { draft: { ...draft, ...(isTold ? { promised: true } : {}) } } },
        say: [text],
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
  const ticket = await findTicketWithoutEntries(desk, number);
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

const placesNamedIn = (text: string, { findPlaces }: Facts): string[] => [
  ...new Set(findPlaces(text).map(({ code }) => code)),
];
