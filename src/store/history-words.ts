import type { InboundMessage, OutboundBody } from "../vocabulary/message.ts";

/** A choice as a page shows it again. */
export const withoutGaps = ({ id, title, description }: OutboundBody["choices"][number]) =>
  description === undefined ? { id, title } : { id, title, description };

/** What a citizen sent, in words. */
export function sentWords(content: InboundMessage["content"]): string {
  if (content.type === "text") return content.text;
  if (content.type === "choice") return content.title ?? content.id;
  return `[${content.type === "media" || content.type === "other" ? content.kind : content.type}]`;
}
