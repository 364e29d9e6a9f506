import { keepsMentioned } from "../../../casework/mentioned-numbers.ts";
import { isInGrace } from "../../../casework/reopen.ts";
import { defined } from "../../../defined.ts";
import type { Content, MediaFile } from "../../../vocabulary/message.ts";
import { canConfide } from "../../engine/confide.ts";
import { filesIn, keptWords, wordsIn } from "../../engine/content.ts";
import type { Context, StatesOf, Step } from "../../engine/flow.ts";
import type { LookUpResult, TicketView } from "../../engine/lookup.ts";
import { KEPT_LINE } from "../../engine/secrecy.ts";
import { backTo } from "../../engine/usual-options.ts";
import { keepFromVillage } from "./keep-from-village.ts";

export type Disputing = { view?: TicketView | undefined; words?: string | undefined; files?: MediaFile[] | undefined };
type Here = Context<Disputing>;

export const canDispute = (view: TicketView | undefined): boolean => view?.own === true && view.state === "closed";

/** After the grace time, the words begin a new report. */
function disputeReport(content: Content, { data: { view }, facts }: Here): Step<Disputing> | undefined {
  const files = filesIn(content);
  const words = wordsIn(content);
  if (!view || (words === undefined && files.length === 0)) return undefined;
  const text = keptWords(words ?? "");
  if (!isInGrace(view.closedAt, facts.now)) {
    return { to: "track.linking", data: { words: text, files }, lookUp: { find: "ticket-number" } };
  }
  const event = { type: "dispute" as const, at: facts.now, text, ...(files.length > 0 ? { files } : {}) };
  return {
    to: "track.view",
    say: [{ key: "track.reopened", values: { number: view.number } }],
    requests: [{ type: "add-to-ticket", number: view.number, event, forgets: !keepsMentioned(view) }],
    data: { view: { ...view, state: "working", repairedAt: undefined, closedAt: undefined } },
  };
}

function openLinked(
  { number }: LookUpResult<"ticket-number">,
  { data: { view, words = "", files = [] }, session, facts }: Here,
): Step<Disputing> {
  if (!view) throw new Error("no report to link to");
  const { area, programme, category } = view;
  return {
    to: "track.choose",
    say: [{ key: "track.linked", values: { number, before: view.number } }],
    requests: [
      {
        type: "open-ticket",
        draft: {
          number,
          district: facts.district.id,
          category,
          text: words,
          person: {},
          locale: session.locale,
          openedAt: facts.now,
          linked: view.number,
          ...(view.confidential && canConfide(category) ? { confidential: true } : {}),
          ...(files.length > 0 ? { files } : {}),
          ...defined({ area, programme }),
        },
      },
    ],
  };
}

export const disputeStates = {
  dispute: {
    prompt: ({ data: { view } }) => [{ key: "track.askDispute" }, ...(view?.confidential ? [KEPT_LINE] : [])],
    takes: ["text", "media"],
    free: true,
    options: (context) => [backTo("track.view"), ...keepFromVillage(context, "track.dispute")],
    leadsTo: ["track.view", "track.linking", "track.dispute"],
    take: disputeReport,
  },
  linking: { leadsTo: ["track.choose"], found: { "ticket-number": openLinked } },
} satisfies Partial<StatesOf<"track", Disputing>>;
