import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * Returns the changes of tickets after the place `after`, in order. Places have no gaps: if the first change is not
   * at `after` + 1, earlier changes have expired.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
