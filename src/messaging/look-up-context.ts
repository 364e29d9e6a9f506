import type { Session } from "../conversation/engine/session.ts";
import type { AreaCodes } from "../register/area-codes.ts";
import type { District } from "../register/district.ts";
import type { Held } from "../store/ports/held-numbers.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Register } from "../store/ports/register.ts";
import type { Staff } from "../store/ports/staff.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Log } from "../vocabulary/message.ts";
import type { Words } from "../words/words.ts";

export type LookingUp = {
  store: Limits &
    Pick<Register, "recipientsByNik" | "recipientsByKk" | "aidByNik" | "hasFamilyCards" | "generation"> &
    Pick<Tickets, "head" | "thread" | "ticketsOf" | "reserveSerial"> &
    Pick<Staff, "officers"> &
    Pick<Held, "openHeld">;
  areas: AreaCodes;
  words: Words;
  /** Returns the blind index of a NIK, of a KK number or of its first digits. */
  personOf(nik: string): string;
  networkIndex(network: string): string;
  log: Log;
};

export type Asking = {
  stage: LookingUp;
  turn: OpenTurn;
  district: District;
  session: Session;
  /** A look-up sets `all` if it proves a person whom this chat knew. */
  shown?: { all: boolean };
  /** A repeated message has the same `once`, so counters count its look-up once. */
  once: string;
};
