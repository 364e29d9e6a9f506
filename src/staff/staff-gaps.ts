import { type Officer, servesNowhere } from "./officer.ts";

/** What is wrong with a district's staff, a line each. */
export const staffGaps = (officers: readonly Officer[]): string[] =>
  officers
    .filter(servesNowhere)
    .map(({ id, rung }) => `${id} (${rung}) has no area and sees only what they hold: give --area or --all-areas`);
