import { isReservedId, type Officer, servesNowhere } from "./officer.ts";

export const staffGaps = (officers: readonly Officer[]): string[] =>
  officers
    .filter(servesNowhere)
    .map(({ id, rung }) => `${id} (${rung}) has no area and sees only what they hold: give --area or --all-areas`);

export const reservedIds = (officers: readonly Officer[]): string[] =>
  officers
    .filter(({ id, active }) => active && isReservedId(id))
    .map(({ id }) => `${id}: this name stands for whoever is no officer; add them under another and take this one off`);
