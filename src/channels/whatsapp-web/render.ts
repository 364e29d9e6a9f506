import type { OutboundMessage } from "../../vocabulary/message.ts";

/** Writes the choices as numbered lines, because a phone's session has no buttons. The citizen types the number. */
export function textOf({ text, choices }: OutboundMessage): string {
  const lines = choices.map(
    ({ title, description }, index) => `${index + 1}. ${title}${description ? ` (${description})` : ""}`,
  );
  return lines.length === 0 ? text : `${text}\n\n${lines.join("\n")}`;
}
