import type { Text, Value } from "../../../vocabulary/message.ts";
import type { Context, StatesOf, Step } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { asksForAnother } from "./another.ts";
import type { CheckData, Found } from "./data.ts";

type Here = Context<CheckData>;

function listText({ asOf, period }: Found): Value {
  const date = { date: asOf };
  if (period === undefined) return { key: "check.desilList", values: { date } };
  const [year = "", quarter = ""] = period.split("-");
  return { key: "check.desilQuarter", values: { quarter, year, date } };
}

export function desilText(found: Found, key = "check.desil"): Text {
  const none = found.desilsDiffer ? "check.desilsDiffer" : "check.noDesil";
  if (found.desil === undefined) return { key: none, values: { date: { date: found.asOf } } };
  return { key, values: { desil: found.desil, list: listText(found) } };
}

function enter(text: string | undefined, context: Here): Step<CheckData> {
  const { session, data, facts } = context;
  const { proof } = session;
  const isProved = proof?.tier === 2 && proof.until > facts.now && !asksForAnother(text ?? "", facts);
  if (isProved && data.found) return { to: "check.desil" };
  if (isProved && proof.kk !== undefined) {
    const { nik, kk } = proof;
    return {
      to: "check.looking",
      data: { nik, kk, wants: "desil" },
      lookUp: { find: "person", nik, proof: { kk } },
    };
  }
  return { to: "check.number", data: { wants: "desil" }, say: [{ key: "check.desilFirst" }] };
}

export const desilStates = {
  desil: {
    prompt: ({ data: { found } }) => [found ? desilText(found) : { key: "common.lapsed" }],
    brief: "common.chooseOrWrite",
    options: [
      { id: "all", title: { key: "check.wholeResult" }, to: "check.result" },
      { id: "about", title: { key: "check.aboutDesil" }, to: "ask.show", data: { name: "desil" } },
      toOfficer,
      toMenu,
    ],
    leadsTo: ["check.number", "check.result", "ask.show", "officer.ask", "menu.choose"],
    enter,
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
