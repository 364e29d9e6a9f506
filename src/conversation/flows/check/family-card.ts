import { defined } from "../../../defined.ts";
import type { Content } from "../../../vocabulary/message.ts";
import type { Context, StatesOf, Step } from "../../engine/flow.ts";
import type { LookUpResult } from "../../engine/lookup.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { askedFor, cannotOpen } from "./ask-number.ts";
import type { CheckData } from "./data.ts";
import { typedFamilyCard } from "./numbers.ts";
import { answersWhileAsked } from "./short-answers.ts";
import { isNameLike } from "./take-proof.ts";

type Here = Context<CheckData>;

function takeCard(content: Content, { facts }: Here): Step<CheckData> | undefined {
  const card = content.type === "text" ? typedFamilyCard(content.text, facts) : undefined;
  if (!card) return undefined;
  return "wrong" in card
    ? { to: "check.card", wrong: card.wrong }
    : { to: "check.card-name", data: { kk: card.digits } };
}

function takeName(content: Content, { data: { kk = "" }, facts: { words } }: Here): Step<CheckData> | undefined {
  if (content.type !== "text") return undefined;
  if (!isNameLike(content.text.trim(), words) || !tellsSomething(content.text, words)) return undefined;
  const name = content.text.trim().slice(0, 100);
  return { to: "check.damaged", lookUp: { find: "damaged-number", kk, name } };
}

function followDamaged(result: LookUpResult<"damaged-number">): Step<CheckData> {
  if (result.outcome === "repairable") return { to: "check.repairable", data: { asOf: result.asOf } };
  if (result.outcome === "no-match") return { to: "check.no-damaged", data: { asOf: result.asOf, kk: undefined } };
  return { to: "check.held", say: [{ key: `check.${result.outcome}` }] };
}

export const cardStates = {
  card: {
    ...answersWhileAsked,
    prompt: (context) => [askedFor("check.askCard", "kk")(context)],
    takes: ["number"],
    asks: "number",
    hint: "check.cardHint",
    options: (context) => [toOfficer, ...cannotOpen(context), toMenu],
    leadsTo: ["menu.choose", "officer.ask", "check.cannot-open", "check.card", "check.card-name"],
    take: takeCard,
  },
  "card-name": {
    prompt: "check.askFullName",
    takes: ["text"],
    options: [toMenu],
    leadsTo: ["check.damaged"],
    take: takeName,
    free: true,
  },
  damaged: {
    leadsTo: ["check.repairable", "check.no-damaged", "check.held"],
    found: { "damaged-number": followDamaged },
  },
  /** The look-up has searched only damaged rows, so the answer says nothing about other rows. */
  "no-damaged": {
    prompt: ({ data: { asOf = "" }, facts }) => [
      { key: "check.noDamaged", values: { district: facts.district.name, date: { date: asOf } } },
    ],
    options: [
      { id: "have", title: { key: "check.haveNumber" }, to: "check.number" },
      toOfficer,
      { id: "offices", title: { key: "check.where" }, to: "offices.show" },
      toMenu,
    ],
    leadsTo: [],
  },
  repairable: {
    prompt: ({ data: { asOf = "" } }) => [{ key: "check.repairable", values: { date: { date: asOf } } }],
    options: [
      {
        id: "request",
        title: { key: "check.requestRepair" },
        to: "ticket.collect",
        step: ({ data: { kk } }) => ({
          to: "ticket.collect",
          data: { category: "repair-number", ...defined({ kk }) },
        }),
      },
      { id: "offices", title: { key: "check.where" }, to: "offices.show" },
      toMenu,
    ],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
