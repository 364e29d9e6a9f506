import type { StatesOf, Step } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import type { Here, TrackData } from "./data.ts";

/** Asks whether to withdraw the chat's only open report. If there are several, asks which one. */
export function chooseWithdrawal(tickets: TicketView[]): Step<TrackData> {
  const open = tickets.filter(({ own, state }) => own && state !== "closed");
  const [view] = open;
  if (open.length === 1 && view) return { to: "track.withdraw", data: { view } };
  return { to: "track.choose", data: { tickets: open, withdraws: open.length > 1 } };
}

/** Tells the officer that the citizen withdraws the report. Only the officer closes it. */
function sendWithdrawal({ data: { view, words = "" }, facts }: Here): Step<TrackData> {
  const number = view?.number ?? "";
  const event = { type: "add" as const, at: facts.now, text: words, withdraws: true as const };
  const say = [{ key: "track.withdrawn", values: { number } }];
  return { to: "menu.choose", say, requests: [{ type: "add-to-ticket", number, event }] };
}

/** The state in which a citizen confirms that they withdraw a report. */
export const withdrawStates = {
  withdraw: {
    prompt: ({ data: { view } }) => [{ key: "track.askWithdraw", values: { number: view?.number ?? "" } }],
    options: [
      { id: "yes", title: { key: "track.withdraw" }, means: "agreed", to: "menu.choose", step: sendWithdrawal },
      { id: "no", title: { key: "track.keep" }, means: "no", to: "menu.choose" },
    ],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"track", TrackData>>;
