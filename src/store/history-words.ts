import { defined } from "../defined.ts";
import type { HistoryEntry, InboundMessage, OutboundBody } from "../vocabulary/message.ts";

export const shownReply = (id: string, { text, choices, asks, card }: OutboundBody, at: number): HistoryEntry => ({
  id,
  from: "service",
  text,
  choices: choices.map(withoutGaps),
  at,
  ...defined({ asks, card }),
});

const withoutGaps = ({ id, title, description }: OutboundBody["choices"][number]) =>
  description === undefined ? { id, title } : { id, title, description };

export function sentWords(content: InboundMessage["content"]): string {
  if (content.type === "text") return content.text;
  if (content.type === "choice") return content.title ?? content.id;
  return `[${content.type === "media" || content.type === "other" ? content.kind : content.type}]`;
}
