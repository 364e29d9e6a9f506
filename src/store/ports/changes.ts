import type { Change } from "../../casework/change.ts";

export type Changes = {
  /**
   * The changes of tickets behind this place, in order. Each is one behind the last, so that a reader who goes on from the
   * last one that they got misses none, however late it was written; a first one that is further away says that those
   * between are kept no longer.
   */
  changes(after: number, limit: number): Promise<Change[]>;
};
