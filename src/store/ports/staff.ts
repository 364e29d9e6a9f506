import type { Officer } from "../../casework/officer.ts";

export type Staff = {
  /**
   * `token` is the blind index of a new token for the API. `null` removes the old token; if `token` is absent, the old
   * token stays.
   */
  saveOfficer(officer: Officer, token?: string | null): Promise<void>;
  officers(district?: string): Promise<Officer[]>;
  officerByToken(token: string): Promise<Officer | undefined>;
};
