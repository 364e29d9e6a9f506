import type { Content, Text } from "../../../vocabulary/message.ts";
import { wordsIn } from "../../engine/content.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import { KEPT_LINE } from "../../engine/secrecy.ts";
import {
  erases,
  goesOnUnclearly,
  holdBackIn,
  keepsReport,
  onlyFears,
  speaksOfWithdrawal,
} from "../../understanding/hold-back.ts";
import type { Here, TrackData } from "./data.ts";
import { ownOpen, pickReport } from "./pick-report.ts";
import { withdrawnAt } from "./view-text.ts";

export function chooseWithdrawal(tickets: TicketView[], context: Here): Step<TrackData> {
  const { data, session, facts } = context;
  const { wanted, nothingKey, words = "" } = data;
  const own = ownOpen(tickets);
  const open = own.filter((one) => withdrawnAt(one, session) === undefined);
  const before = own.find((one) => !open.includes(one) && (one.number === wanted || open.length === 0));
  if (before) return { to: "menu.choose", say: [{ key: "track.wasWithdrawn", values: { number: before.number } }] };
  const view = pickReport(open, wanted);
  if (view && data.isConfirmed && view.number === wanted)
    return sendWithdrawal({ ...context, data: { ...data, view } });
  if (view) {
    const withdrawing = { number: view.number, words, at: facts.now };
    return { to: "track.withdraw", data: { view, isConfirmed: false }, session: { withdrawing } };
  }
  if (open.length === 0 && nothingKey) return { to: "menu.choose", say: [{ key: nothingKey }] };
  return { to: "track.choose", data: { tickets: open, withdraws: open.length > 1 } };
}

/** The report stays open until an officer closes it. */
function sendWithdrawal({ data: { view, words = "" }, facts }: Here): Step<TrackData> {
  const number = view?.number ?? "";
  const event = { type: "add" as const, at: facts.now, text: words, withdraws: true as const };
  const say = [{ key: "track.withdrawn", values: { number } }];
  return {
    to: "menu.choose",
    say,
    requests: [{ type: "add-to-ticket", number, event }],
    session: { withdrawn: { number, at: facts.now }, withdrawing: undefined, filed: undefined },
  };
}

export const toWithdraw: Option<TrackData> = {
  id: "withdraw",
  title: { key: "track.toWithdraw" },
  to: "track.withdraw",
};

const aboutReport = (key: string, { data: { view } }: Here): Text => ({ key, values: { number: view?.number ?? "" } });

const keepReport = (context: Here): Step<TrackData> => ({
  to: "menu.choose",
  say: [aboutReport("track.kept", context)],
  session: { withdrawing: undefined },
});

const keeps = (text: string, words: Here["facts"]["words"]): boolean =>
  keepsReport(text, words) || holdBackIn(text, words) === "put-off";

function takeDoubt(content: Content, context: Here): Step<TrackData> | undefined {
  const text = wordsIn(content) ?? "";
  const { words } = context.facts;
  if (keeps(text, words)) return keepReport(context);
  if (erases(text, words)) return sendWithdrawal(context);
  if (onlyFears(text, words)) return { to: "track.withdraw", say: [aboutReport("track.afraid", context)] };
  if (!speaksOfWithdrawal(text, words)) return undefined;
  return { to: "track.withdraw", say: [aboutReport("track.notWithdrawn", context)] };
}

/** "Ya lanjut" may mean the report or the withdrawal, so the chat asks again. */
export function askUnclear(content: Content, { session, facts }: Context): Step | undefined {
  if (session.at !== "track.withdraw" || content.type !== "text") return undefined;
  if (!goesOnUnclearly(content.text, facts.words) || keeps(content.text, facts.words)) return undefined;
  const { view } = session.data as TrackData;
  return { to: "track.withdraw", say: [{ key: "track.notWithdrawn", values: { number: view?.number ?? "" } }] };
}

export const withdrawStates = {
  withdraw: {
    prompt: (context) => [
      aboutReport("track.askWithdraw", context),
      ...(context.data.view?.confidential ? [KEPT_LINE] : []),
    ],
    reminder: "track.askWithdrawAgain",
    options: [
      { id: "yes", title: { key: "track.withdraw" }, means: "yes", to: "menu.choose", step: sendWithdrawal },
      { id: "no", title: { key: "track.keep" }, means: "no", to: "menu.choose", step: keepReport },
    ],
    takes: ["text"],
    free: ({ text }, { facts: { words } }) =>
      speaksOfWithdrawal(text, words) || keepsReport(text, words) || erases(text, words) || onlyFears(text, words),
    take: takeDoubt,
    leadsTo: ["track.withdraw", "menu.choose"],
  },
} satisfies Partial<StatesOf<"track", TrackData>>;
