import type { Officer } from "../../casework/officer.ts";

export type Staff = {
  /**
   * `token` is the blind index of a new API token. `null` removes the old token; without `token` the old token stays.
   */
  saveOfficer(officer: Officer, token?: string | null): Promise<void>;
  officers(district?: string): Promise<Officer[]>;
  officerByToken(token: string): Promise<Officer | undefined>;
};
