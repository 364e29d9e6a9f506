import type { Session } from "../conversation/engine/session.ts";
import type { AreaCodes } from "../register/area-codes.ts";
import type { District } from "../register/district.ts";
import type { Held } from "../store/ports/held-numbers.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Register } from "../store/ports/register.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Log } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";

/** The parts of a process that look-ups need. */
export type LookingUp = {
  store: Limits &
    Pick<Register, "recipientsByNik" | "recipientsByKk" | "aidByNik" | "hasFamilyCards" | "generation"> &
    Pick<Tickets, "ticket" | "ticketsOf" | "reserveSerial"> &
    Pick<Held, "openHeld">;
  areas: AreaCodes;
  /** The words that citizens use, in every language: spellings of names. */
  words: Words;
  /** The blind index of a NIK. */
  personOf(nik: string): string;
  /** The blind index of a network that web messages come from. */
  networkIndex(network: string): string;
  log: Log;
};

/** Who asks a question of the store, from which chat. */
export type Asking = {
  stage: LookingUp;
  turn: OpenTurn;
  district: District;
  session: Session;
  /**
   * A look-up sets `all` if its result shows that the citizen is the person who wrote here before: then earlier reports
   * are theirs.
   */
  shown?: { all: boolean };
  /**
   * The name of this look-up in its turn. It stays the same when the message is handled again, so that a counter counts
   * the look-up once.
   */
  once: string;
};
