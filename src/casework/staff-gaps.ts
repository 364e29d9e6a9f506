import { isReservedId, type Officer, servesNowhere } from "./officer.ts";

/** The gaps in a district's staff, a line each. */
export const staffGaps = (officers: readonly Officer[]): string[] =>
  officers
    .filter(servesNowhere)
    .map(({ id, rung }) => `${id} (${rung}) has no area and sees only what they hold: give --area or --all-areas`);

/** Officers under a name that is nobody's, a line each. */
export const reservedIds = (officers: readonly Officer[]): string[] =>
  officers
    .filter(({ id, active }) => active && isReservedId(id))
    .map(({ id }) => `${id}: this name stands for whoever is no officer; add them under another and take this one off`);

/** Lanes of a district that nobody reads, a line each: `officers` are its own. */
export const unreadLanes = (district: string, officers: readonly Officer[]): string[] =>
  officers.some(({ rung, sensitive, active }) => active && rung === "dinsos" && sensitive)
    ? []
    : [`${district}: nobody reads what accuses officials: mark an officer of the Dinsos with --sensitive`];
