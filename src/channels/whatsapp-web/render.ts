import type { OutboundMessage } from "../../vocabulary/message.ts";

/** A phone's session has no buttons, so the citizen types the number of a choice. */
export function textOf({ text, choices }: OutboundMessage): string {
  const lines = choices.map(
    ({ title, description }, index) => `${index + 1}. ${title}${description ? ` (${description})` : ""}`,
  );
  return lines.length === 0 ? text : `${text}\n\n${lines.join("\n")}`;
}
