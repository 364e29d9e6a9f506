import type { Officer } from "../../casework/officer.ts";

export type Staff = {
  /** `token`: the blind index of a new API token. `null` removes the old token; `undefined` keeps it. */
  saveOfficer(officer: Officer, token?: string | null): Promise<void>;
  officers(district?: string): Promise<Officer[]>;
  officerByToken(token: string): Promise<Officer | undefined>;
};
