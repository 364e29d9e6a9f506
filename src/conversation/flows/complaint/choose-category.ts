import type { Category } from "../../../vocabulary/lists.ts";
import type { Option } from "../../engine/flow.ts";
import { toOfficer } from "../../engine/usual-options.ts";
import type { ComplaintData, Here } from "./data.ts";
import { beginComplaint, hasDraft } from "./story.ts";

const FIRST: readonly Category[] = [
  "not-paid",
  "cut",
  "card",
  "not-listed",
  "data-wrong",
  "listed-dead",
  "wrong-recipient",
  "quality",
];
const MORE: readonly Category[] = ["dead-receiving", "officer-conduct", "pbi-jk", "other"];

const categoryOption = (category: Category): Option<ComplaintData> => ({
  id: category,
  title: { key: `category.${category}` },
  to: "complaint.what",
  step: (context) => beginComplaint(category, context),
});

/** Whether the chat has not understood an answer to the list of categories. */
export const isLost = ({ session }: Here): boolean => session.wrong > 0;

const firstOf = (context: Here): readonly Category[] => (isLost(context) ? FIRST.slice(0, -2) : FIRST);

function draftOption(context: Here): Option<ComplaintData>[] {
  const draft = context.session.drafts.complaint;
  if (!draft || !hasDraft(context)) return [];
  return [{ id: "draft", title: { key: "complaint.continue" }, to: draft.at, data: draft.data }];
}

export const firstCategories = (context: Here): Option<ComplaintData>[] => [
  ...(isLost(context) ? [categoryOption("other"), toOfficer] : []),
  ...draftOption(context),
  ...firstOf(context).map(categoryOption),
  { id: "more", title: { key: "complaint.more" }, to: "complaint.more" },
];

export const moreCategories = (context: Here): Option<ComplaintData>[] => [
  ...FIRST.slice(firstOf(context).length).map(categoryOption),
  ...MORE.map(categoryOption),
];
