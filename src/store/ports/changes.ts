import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * Returns the changes after the place `after`, in order. If the first change is not at `after` + 1, earlier changes
   * have expired.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
