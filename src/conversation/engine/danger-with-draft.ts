import { dangersIn } from "../../signals/danger.ts";
import type { Content } from "../../vocabulary/message.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import { type Context, flowOf } from "./flow.ts";

/** Joins the draft's words and the new words if neither alone tells of a danger. */
export function dangerWithDraft(content: Content, { session, data, facts }: Context): TextContent | undefined {
  const { text: before } = data as { text?: string };
  if (content.type !== "text" || flowOf(session.at) !== "complaint" || !before || before.endsWith(content.text))
    return undefined;
  const dangers = (text: string) => dangersIn(facts.signals(text));
  const text = `${before}\n${content.text}`;
  const known = [...dangers(before), ...dangers(content.text)];
  return dangers(text).some((danger) => !known.includes(danger)) ? { type: "text", text } : undefined;
}
