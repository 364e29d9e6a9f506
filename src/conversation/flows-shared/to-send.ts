import type { Option } from "../engine/flow.ts";

/** The button that sends what the citizen has written so far. Each flow adds its step. */
export const toSend = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "send",
  to: "ticket.checking",
} as const satisfies Option;
