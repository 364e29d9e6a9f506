import type { LookUp, LookUpResult, TicketView } from "../../src/conversation/engine/lookup.ts";
import type { Aid, Recipient } from "../../src/register/recipient.ts";

export const NIK = "3524015206799901";
export const KK = "3524010201199901";
export const OTHER_NIK = "3524012003859902";
export const WOMAN_NIK = "3524016307809903";

const AS_OF = "2026-11-01";

const person: Recipient = {
  nik: NIK,
  kk: KK,
  name: "SITI AMINAH",
  area: "3524012001",
  valid: true,
  reasons: [],
};

export const paid: Aid = {
  nik: NIK,
  programme: "PKH",
  stage: "4",
  month: "2026-10",
  amount: 750_000,
  state: "TERSALUR",
  paidOn: "2026-10-14",
};
export const ready: Aid = {
  nik: NIK,
  programme: "BPNT",
  month: "2026-11",
  state: "SIAP_SALUR",
  place: "Kantor Desa",
  lastDay: "2026-12-15",
};

export const ticket: TicketView = {
  number: "LMG-26-000001-7",
  category: "not-paid",
  state: "working",
  openedAt: Date.UTC(2026, 10, 20, 3),
  firstAnswerBy: Date.UTC(2026, 10, 25, 9),
  resolveBy: Date.UTC(2026, 11, 10, 9),
  own: true,
  text: "belum cair",
  answers: [{ at: Date.UTC(2026, 10, 21, 3), text: "kami cek" }],
};

export const closedFor = (days: number): TicketView => ({
  ...ticket,
  state: "closed",
  closedAt: Date.UTC(2026, 10, 23, 3) - days * 86_400_000,
});

type Known = {
  recipient?: Partial<Recipient>;
  aid?: Aid[];
  noAidList?: true;
  /** The list has two ranks of the newest quarter. */
  desilsDiffer?: true;
  /** A person of another family card has the same NIK. */
  shared?: true;
  /** `without-card` means that the list has no family card of this person. */
  lookUp?:
    | "shared"
    | "limited"
    | "locked"
    | "unavailable"
    | "card-needed"
    | "no-match"
    | "registered"
    | "proved"
    | "without-card";
  damaged?: "limited" | "no-match" | "repairable";
  tickets?: TicketView[];
  same?: TicketView;
  byNumber?: TicketView | "limited";
};

type Outcome = (LookUpResult & { find: "person" })["outcome"];

function outcomeOf(lookUp: NonNullable<Known["lookUp"]>, proved: "proved" | "registered"): Outcome {
  if (lookUp === "without-card") return proved === "proved" ? "no-match" : "registered";
  return lookUp === "card-needed" && proved === "proved" ? "proved" : lookUp;
}

export function service(known: Known = {}): (question: LookUp) => LookUpResult {
  const recipient = { ...person, ...known.recipient };
  return (question): LookUpResult => {
    switch (question.find) {
      case "person": {
        const proved = "kk" in question.proof ? "proved" : "registered";
        const outcome = outcomeOf(known.lookUp ?? proved, proved);
        if (["limited", "locked", "unavailable", "card-needed"].includes(outcome))
          return { find: "person", outcome: outcome as "limited" };
        if (outcome !== "proved") return { find: "person", outcome, asOf: AS_OF };
        return {
          find: "person",
          outcome,
          asOf: AS_OF,
          recipient,
          aid: known.aid ?? [],
          ...(known.noAidList ? {} : { aidAsOf: AS_OF }),
          tickets: known.tickets ?? [],
          ...(known.shared ? { shared: true } : {}),
          ...(known.desilsDiffer ? { desilsDiffer: true } : {}),
        };
      }
      case "damaged-number": {
        const outcome = known.damaged ?? "repairable";
        return outcome === "limited"
          ? { find: "damaged-number", outcome }
          : { find: "damaged-number", outcome, asOf: AS_OF };
      }
      case "ticket-number":
        return { find: "ticket-number", number: "LMG-26-000123-7" };
      case "same-ticket":
        return known.same ? { find: "same-ticket", ticket: known.same } : { find: "same-ticket" };
      case "own-tickets":
        return { find: "own-tickets", tickets: known.tickets ?? [] };
      case "ticket": {
        if (known.byNumber === "limited") return { find: "ticket", outcome: "limited" };
        const found = known.byNumber ?? known.tickets?.find(({ number }) => number === question.number);
        return found ? { find: "ticket", outcome: "found", ticket: found } : { find: "ticket", outcome: "found" };
      }
    }
  };
}
