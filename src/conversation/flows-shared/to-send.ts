import type { Option } from "../engine/flow.ts";

export const toSend = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "send",
  to: "ticket.checking",
} as const satisfies Option;
