import { defined } from "../../defined.ts";
import type { Text } from "../../vocabulary/message.ts";
import { shownWords } from "../engine/content.ts";
import type { Option } from "../engine/flow.ts";
import type { Matter } from "../engine/two-matters.ts";

/** The place of the first report is also the place of the second report. */
type Filed = { place?: string | undefined; area?: string | undefined };

export const secondTexts = (second: Matter | undefined): Text[] =>
  second ? [{ key: "ticket.second", values: { text: shownWords(second.text) } }] : [];

export const reportSecond = (second: Matter): Option<Filed> => ({
  id: "second",
  title: { key: "ticket.reportSecond" },
  means: "agreed",
  to: "complaint.confirm",
  step: ({ data: { place, area } }) => {
    const next = place || area ? "complaint.confirm" : "complaint.where";
    return { to: second.category ? next : "complaint.category", data: { ...second, ...defined({ place, area }) } };
  },
});
