import type { InboundMessage, OutboundBody } from "../vocabulary/message.ts";

/** A choice of a stored message for a page, without fields that are `undefined`. */
export const withoutGaps = ({ id, title, description }: OutboundBody["choices"][number]) =>
  description === undefined ? { id, title } : { id, title, description };

/** The text of a citizen's message for a history. */
export function sentWords(content: InboundMessage["content"]): string {
  if (content.type === "text") return content.text;
  if (content.type === "choice") return content.title ?? content.id;
  return `[${content.type === "media" || content.type === "other" ? content.kind : content.type}]`;
}
