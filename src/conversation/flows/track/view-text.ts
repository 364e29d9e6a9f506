import type { TimeZone } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { shownWords } from "../../engine/content.ts";
import type { TicketView } from "../../engine/lookup.ts";
import type { Here } from "./data.ts";

export const holderText = ({ holder }: TicketView): Text =>
  holder
    ? { key: "track.holder", values: { name: holder.name, rung: { key: `rung.${holder.rung}` } } }
    : { key: "track.anOfficer" };

/** The officer who holds a new ticket may not have read it yet. */
function stateText(view: TicketView): Text {
  const { state, repairedAt, holder } = view;
  if (repairedAt !== undefined) return { key: "ticketState.repaired" };
  if (state === "new" && holder) return { key: "ticketState.held", values: { officer: holder.name } };
  return { key: `ticketState.${state}` };
}

export const withdrawnAt = (
  { number, state, withdrawnAt: at }: TicketView,
  { withdrawn }: Here["session"],
): number | undefined =>
  state === "closed" ? undefined : (at ?? (withdrawn?.number === number ? withdrawn.at : undefined));

export const rowText = (view: TicketView, session: Here["session"]): Text => ({
  key: withdrawnAt(view, session) === undefined ? "track.rowAbout" : "track.withdrawnRow",
  values: { category: { key: `category.${view.category}` }, state: stateText(view) },
});

type PartView = NonNullable<TicketView["parts"]>[number];

const partText = ({ office, since, dueAt, endedAt, takenBack }: PartView, zone: TimeZone): Text => ({
  key: endedAt === undefined ? "track.part" : takenBack ? "track.partTakenBack" : "track.partDone",
  values: {
    office: { key: `owner.${office}` },
    since: { time: since, zone },
    ...(endedAt === undefined ? { by: { time: dueAt, zone } } : { done: { time: endedAt, zone } }),
  },
});

export function viewTexts({ data: { view }, facts, session }: Here): Text[] {
  if (!view) return [{ key: "track.notHere" }];
  const zone = facts.district.timezone;
  const asked = withdrawnAt(view, session);
  const head: Text = {
    key: asked === undefined ? "track.view" : "track.withdrawalAsked",
    values: {
      ...(asked === undefined ? {} : { asked: { time: asked, zone } }),
      number: view.number,
      category: { key: `category.${view.category}` },
      state: stateText(view),
      opened: { time: view.openedAt, zone },
    },
  };
  const clock: Text[] =
    view.state === "closed" || asked !== undefined
      ? []
      : [
          {
            key: view.answeredAt ? "track.until" : "track.firstAnswer",
            values: { by: { time: view.answeredAt ? view.resolveBy : view.firstAnswerBy, zone } },
          },
        ];
  const lines = view.answers.map(
    ({ at, text }): Text => ({ key: "track.answer", values: { at: { time: at, zone }, text } }),
  );
  return [
    head,
    ...(view.text ? [{ key: "track.yourWords", values: { text: shownWords(view.text) } }] : []),
    ...(lines.length > 0 ? [{ key: "track.answers", values: { answers: { lines } } }] : []),
    ...(view.parts ?? []).map((part) => partText(part, zone)),
    ...clock,
    ...(view.own ? [] : [{ key: "track.elsewhere" }]),
  ];
}
