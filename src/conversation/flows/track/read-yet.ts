import { rule } from "../../../casework/category.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { nothingSentTexts } from "../../engine/filed-report.ts";
import type { Step } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import { contextOf, promptOf } from "../../engine/prompt.ts";
import { draftsAfter } from "../../engine/return-to.ts";
import { isStateName } from "../../engine/state-names.ts";
import type { Here, TrackData } from "./data.ts";
import { holderText, withdrawnAt } from "./view-text.ts";

function statusTexts(view: TicketView, { facts, session }: Here): Text[] {
  const { number, state, answeredAt, firstAnswerBy, resolveBy, category, holder } = view;
  if (withdrawnAt(view, session) !== undefined) return [{ key: "track.wasWithdrawn", values: { number } }];
  const officer = holderText(view);
  const key = state === "new" ? (holder ? "track.status.held" : "track.status.new") : `track.status.${state}`;
  const said: Text = { key, values: { number, officer } };
  if (state === "closed" || state === "waiting") return [said];
  if (rule(category).kind === "urgent") return [said, { key: "track.status.danger" }];
  const zone = facts.district.timezone;
  const by = { time: answeredAt === undefined ? firstAnswerBy : resolveBy, zone };
  return [said, { key: answeredAt === undefined ? "track.firstAnswer" : "track.until", values: { by } }];
}

export function sayStatus(tickets: readonly TicketView[], context: Here): Step<TrackData> {
  const { data, session, facts, flows } = context;
  const { wanted, back = "menu.choose", before = {} } = data;
  const own = tickets.filter((one) => one.own);
  // Another person may hold the phone, so the chat names violence only on request.
  const named = own.filter(({ category }) => rule(category).onlyMarked === undefined);
  const view =
    own.find(({ number }) => number === wanted) ?? named.findLast(({ state }) => state !== "closed") ?? named.at(-1);
  const to = isStateName(back) ? back : "menu.choose";
  const say = view
    ? statusTexts(view, context)
    : own.length > 0
      ? [{ key: "track.seeList" }]
      : nothingSentTexts(context, "track.nothingSent");
  const { choices = [] } = promptOf(contextOf({ ...session, at: to, data: before }, facts, flows));
  return {
    to,
    data: before as Partial<TrackData>,
    say: to === "track.withdraw" ? [...say, { key: "track.askWithdrawAgain" }] : say,
    quiet: true,
    choices,
    session: { drafts: draftsAfter(to, context) },
  };
}
