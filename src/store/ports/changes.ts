import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * The changes of tickets behind the place `after`, in order. Places have no gaps, so a reader who goes on behind the
   * last change that they got misses none. If the first change is not at `after` + 1, the changes before it have
   * expired.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
