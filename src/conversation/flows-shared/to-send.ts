import type { Option } from "../engine/flow.ts";

/** Each flow adds its own step to this button. */
export const toSend = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "send",
  to: "ticket.checking",
} as const satisfies Option;
