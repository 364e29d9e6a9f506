import type { Text } from "../../../vocabulary/message.ts";
import type { NumberAsk } from "../../engine/facts.ts";
import type { Context, Option, StatesOf } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import type { CheckData } from "./data.ts";

type Here = Context<CheckData>;

/** If the platform forbids numbers in the chat, the citizen types them on a page. */
export const askedFor =
  (key: string, ask: NumberAsk) =>
  ({ facts }: Here): Text =>
    facts.numberPage ? { key: `${key}Page`, values: { page: facts.numberPage(ask) } } : { key };

export const cannotOpen = ({ facts }: Here): Option<CheckData>[] =>
  facts.numberPage ? [{ id: "cannot-open", title: { key: "check.cannotOpen" }, to: "check.cannot-open" }] : [];

export const withCards = ({ facts }: Here, options: Option<CheckData>[]): Option<CheckData>[] =>
  facts.noCards ? [] : options;

export const pageStates = {
  "cannot-open": {
    prompt: "check.cannotOpenHelp",
    options: [
      {
        id: "call",
        title: { key: "check.callBack" },
        to: "ticket.collect",
        step: () => ({ to: "ticket.collect", data: { category: "call-back" } }),
      },
      { id: "offices", title: { key: "check.where" }, to: "offices.show" },
      { id: "again", title: { key: "check.newPage" }, to: "check.number" },
      toMenu,
    ],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
