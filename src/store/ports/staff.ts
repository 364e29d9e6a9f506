import type { Officer } from "../../casework/officer.ts";

export type Staff = {
  /** Writes an officer; `token` is the index of a new one for the API, `null` ends the old one, which stays where it is absent. */
  saveOfficer(officer: Officer, token?: string | null): Promise<void>;
  officers(district?: string): Promise<Officer[]>;
  officerByToken(token: string): Promise<Officer | undefined>;
};
