import type { Text } from "../../vocabulary/message.ts";
import type { Context, Option } from "./flow.ts";
import { enterMatter, suggestionOf } from "./routes.ts";
import type { Session } from "./session.ts";

export const alsoAskedTexts = ({ alsoAsked }: Session): Text[] => (alsoAsked ? [{ key: "common.alsoAsked" }] : []);

/** The button replaces `sources`, because an answer shows at most five choices. */
export function withAlsoAsked(own: readonly Option[], { session: { alsoAsked }, facts }: Context): Option[] {
  if (!alsoAsked) return [...own];
  const { intent, name } = alsoAsked;
  const to = suggestionOf(intent);
  const title = intent === "ask" ? facts.district.knowledge[name ?? ""]?.title : undefined;
  if (!to || (intent === "ask" && !title)) return [...own];
  const id = intent === "ask" ? `>${to}:${name}` : `>${to}`;
  const option: Option = {
    id,
    title: title ? { words: title } : { key: `intent.${intent}` },
    to,
    step: (context) => enterMatter(alsoAsked, context),
  };
  return [option, ...own.filter((one) => one.id !== id && one.id !== "sources")];
}
