import type { OutboundMessage } from "../../vocabulary/message.ts";

/** A session of a phone has no buttons: choices are numbered lines, and the number typed is the choice. */
export function textOf({ text, choices }: OutboundMessage): string {
  const lines = choices.map(
    ({ title, description }, index) => `${index + 1}. ${title}${description ? ` (${description})` : ""}`,
  );
  return lines.length === 0 ? text : `${text}\n\n${lines.join("\n")}`;
}
