import type { ChatState, FoundChat } from "../../casework/desk/officer-chats.ts";
import { type Officer, servesNowhere } from "../../casework/officer.ts";

const placesOf = (officer: Officer): string =>
  servesNowhere(officer) ? "NO AREA, sees only what they hold" : officer.areas.join(",") || "whole district";

const STATES: Record<ChatState, string> = {
  reachable: "yes",
  unmet: "NEVER WROTE TO US, hears nothing",
  refusing: "TAKES NO MESSAGES, hears nothing",
  "no-account": "NO ACCOUNT HERE, hears nothing",
};

export const rowOf = (officer: Officer, chats: readonly FoundChat[]): string => {
  const { id, name, district, rung, sensitive, urgent, survivor, active } = officer;
  return [
    id.padEnd(16),
    name.padEnd(24),
    district.padEnd(12),
    rung.padEnd(11),
    placesOf(officer),
    ...(chats.some(({ channel }) => channel === "telegram") ? [] : ["telegram no"]),
    ...chats.map(({ channel, state }) => `${channel} ${STATES[state]}`),
    ...(sensitive ? ["sensitive"] : []),
    ...(urgent ? ["urgent"] : []),
    ...(survivor ? ["survivor"] : []),
    ...(active ? [] : ["off"]),
  ].join("  ");
};
