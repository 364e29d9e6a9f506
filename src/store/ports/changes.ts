import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * Returns the changes of tickets after the place `after`, in order. Places have no gaps, so a reader who continues
   * after their last change misses none. If the first change is not at `after` + 1, the changes before it have expired.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
