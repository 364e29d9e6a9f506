import { confideRequest } from "../../engine/confide.ts";
import type { Context, Option } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import type { StateName } from "../../engine/state-names.ts";

type Viewing = { view?: TicketView | undefined };

export const keepFromVillage = <Data extends Viewing>(
  { data: { view }, facts }: Context<Data>,
  to: StateName,
): Option<Data>[] =>
  view?.own && !view.confidential
    ? [
        {
          id: "confide",
          title: { key: "confidential.ask" },
          to,
          step: () => ({
            to,
            data: { view: { ...view, confidential: true } } as Partial<Data>,
            requests: [confideRequest(view.number, facts)],
          }),
        },
      ]
    : [];
