import { type Officer, servesNowhere } from "../../casework/officer.ts";

const placesOf = (officer: Officer): string =>
  servesNowhere(officer) ? "NO AREA, sees only what they hold" : officer.areas.join(",") || "whole district";

/** Returns an officer as a line. */
export const rowOf = (officer: Officer): string => {
  const { id, name, district, rung, telegram, chats = [], sensitive, urgent, survivor, active } = officer;
  return [
    id.padEnd(16),
    name.padEnd(24),
    district.padEnd(12),
    rung.padEnd(11),
    placesOf(officer),
    `telegram ${telegram ? "yes" : "no"}`,
    ...chats.map(({ channel }) => `${channel} yes`),
    ...(sensitive ? ["sensitive"] : []),
    ...(urgent ? ["urgent"] : []),
    ...(survivor ? ["survivor"] : []),
    ...(active ? [] : ["off"]),
  ].join("  ");
};
