import { rule } from "../category.ts";
import type { LaneChange } from "../lane.ts";
import type { Officer } from "../officer.ts";
import { screenWords } from "../screen.ts";
import type { TicketDraft } from "../ticket.ts";
import { mayDoubt, type ScreeningDesk, weighFindings } from "./lane-change.ts";

export async function screenDraft(
  { store, signals, words: lists }: ScreeningDesk,
  draft: TicketDraft,
  places: readonly string[] = [],
  author?: Officer,
): Promise<{ draft: TicketDraft; officers: Officer[]; namesDinsosOfficer: boolean }> {
  const officers = await store.officers(draft.district);
  const areas = [...(draft.area ? [draft.area] : []), ...places];
  // An accusation in the story must not blame "desa" in the place.
  const reads = [draft.text, draft.place ?? ""].map((words) =>
    screenWords(words, { reader: signals, words: lists, officers, areas }),
  );
  const linked = draft.linked === undefined ? undefined : await store.head(draft.linked);
  const isRaised = reads.some((one) => one.sensitive) || (linked?.sensitive ?? false);
  const isDoubted = !isRaised && (reads.some(({ doubt }) => doubt) || linked?.doubt === true);
  const read = { sensitive: isRaised, barred: reads.flatMap(({ barred }) => barred) };
  const { namesDinsosOfficer, ...weighty } = weighFindings(read, { kind: rule(draft.category).kind, officers, author });
  const found: LaneChange = {
    ...weighty,
    ...(isDoubted && !namesDinsosOfficer && mayDoubt(draft.category) ? { doubt: true } : {}),
    barred: [...new Set([...weighty.barred, ...(linked?.barred ?? [])])],
    keeps: [],
  };
  const hasFindings = found.sensitive || found.doubt || found.barred.length > 0;
  return { draft: hasFindings ? { ...draft, lane: found } : draft, officers, namesDinsosOfficer };
}
