import type { Text } from "../../../vocabulary/message.ts";
import { filesTakenTexts, shownWords } from "../../engine/content.ts";
import type { Step } from "../../engine/flow.ts";
import { mentionedIn, textsOfNumbersToSend } from "../../engine/mentioned-numbers.ts";
import { keptLine } from "../../engine/secrecy.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import { type ComplaintData, draftOf, type Here } from "./data.ts";
import { understoodPlace } from "./place.ts";

export function summaryTexts(context: Here): Text[] {
  const { category = "other", programme, text = "", place, when, area, files } = context.data;
  const nothing = "";
  const where: Text | string = area
    ? understoodPlace(place, area, context)
    : place || { key: "complaint.placeUnknown" };
  return [
    {
      key: "complaint.summary",
      values: {
        category: { key: `category.${category}` },
        programme:
          programme && category !== "pbi-jk" // the name of the category pbi-jk is the programme's name
            ? { key: "complaint.ofProgramme", values: { programme: programmeName(programme, context.facts.district) } }
            : nothing,
        text: shownWords(text),
        where,
        when: when ? { key: "complaint.forMonth", values: { month: { month: when } } } : nothing,
      },
    },
    ...filesTakenTexts(files),
    ...textsOfNumbersToSend(mentionedHere(context)),
    ...keptLine(draftOf(context), context),
    { key: "complaint.askConfirm" },
  ];
}

export const mentionedHere = ({ data: { text = "", place = "" }, session }: Here) =>
  mentionedIn(`${text}\n${place}`, session);

export function withholdNumbers(context: Here): Step<ComplaintData> {
  const here = new Set(mentionedHere(context).map(({ number }) => number));
  const mentioned = (context.session.mentioned ?? []).filter(({ number }) => !here.has(number));
  return { to: "complaint.confirm", say: [{ key: "ticket.withheld" }], session: { mentioned } };
}

/** A citizen who confirms has read which numbers go to the officer. */
export const markNumbersTold = ({ session: { mentioned } }: Here) =>
  mentioned ? { session: { mentioned: mentioned.map((one) => ({ ...one, told: true as const })) } } : {};
