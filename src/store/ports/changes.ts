import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * Returns the changes of tickets after the place `after`, in order. Places have no gaps: if the first change is not
   * at `after` + 1, the changes before it have expired.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
