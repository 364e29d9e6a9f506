import type { LookUp, LookUpResult } from "../conversation/engine/lookup.ts";
import { doDesilsDiffer, newestDesil } from "../register/desil.ts";
import { judgeRows } from "../register/judge-rows.ts";
import { checkNik } from "../register/nik.ts";
import { isSameName } from "../register/person-names.ts";
import type { Recipient } from "../register/recipient.ts";

import { dateIn } from "../time.ts";
import type { Asking } from "./look-up-context.ts";
import { countAttempt, countFailedSource, forgiveAttempt, type Sought, takeBackAttempt } from "./look-up-limits.ts";
import { showIfKnown } from "./stranger.ts";
import { findTicketsAbout } from "./ticket-view.ts";

/** Replaces a missing row, so an unknown number and a wrong proof take the same steps. */
const NOBODY: Recipient = { nik: "", name: "nama tidak ada", valid: false, reasons: [] };

const soughtBy = ({ stage }: Asking, number: string): Sought => ({
  person: stage.personOf(number),
  prefix: stage.personOf(number.slice(0, 12)),
});

async function abandonIfFailed<Looked extends LookUpResult & { outcome: string }>(
  asking: Asking,
  person: string,
  lookUp: () => Promise<Looked>,
): Promise<Looked> {
  try {
    const answer = await lookUp();
    if (answer.outcome === "unavailable" || answer.outcome === "card-needed") await takeBackAttempt(asking, person);
    return answer;
  } catch (thrown) {
    await takeBackAttempt(asking, person);
    throw thrown;
  }
}

/** A NIK and a name show only that the person is registered. */
export async function findPerson(asking: Asking, question: LookUp<"person">): Promise<LookUpResult> {
  const sought = soughtBy(asking, question.nik);
  const { held, cardOnly } = await countAttempt(asking, sought);
  if (held) return { find: "person", outcome: held };
  const isNameOnly = cardOnly && "name" in question.proof;
  return abandonIfFailed<LookUpResult<"person">>(asking, sought.person, async () =>
    isNameOnly ? { find: "person", outcome: "card-needed" } : readPerson(asking, question, sought.person),
  );
}

/** A KK number that equals the NIK proves nothing. */
const isCardOf = (row: Recipient, kk: string, nik: string): boolean => kk !== nik && row.kk === kk;

const isSomebodyElse = (row: Recipient, one: Recipient, words: Asking["stage"]["words"]): boolean =>
  row.reasons.includes("NIK_GANDA") && !isSameName(row.name, one.name, words) && !isSameName(one.name, row.name, words);

async function readPerson(
  asking: Asking,
  { nik, proof }: LookUp<"person">,
  person: string,
): Promise<LookUpResult<"person">> {
  const { stage, district } = asking;
  const register = await stage.store.generation("register", district.id);
  if (!register) return { find: "person", outcome: "unavailable" };
  const { asOf } = register;
  const rows = await stage.store.recipientsByNik(district.id, nik);
  const theirs = (rows.length > 0 ? rows : [NOBODY]).filter((row) =>
    "kk" in proof ? isCardOf(row, proof.kk, nik) : isSameName(proof.name, row.name, stage.words),
  );
  const [matching] = theirs;
  if (!matching || matching === NOBODY) {
    await countFailedSource(asking, person);
    return { find: "person", outcome: "no-match", asOf };
  }
  await forgiveAttempt(asking, person, "kk" in proof ? "card" : "name");
  if ("name" in proof) return { find: "person", outcome: "registered", asOf };
  const others = rows.filter((row) => isSomebodyElse(row, matching, stage.words));
  if (others.some((row) => theirs.includes(row))) return { find: "person", outcome: "shared", asOf };
  if (others.length === 0) await showIfKnown(asking, person, nik);
  const [aid, aidList, tickets] = await Promise.all([
    others.length > 0 ? [] : stage.store.aidByNik(district.id, nik),
    stage.store.generation("aid", district.id),
    findTicketsAbout(nik, others.length > 0, asking),
  ]);
  const aidAsOf = aidList ? { aidAsOf: aidList.asOf } : {};
  const { desil: _desil, period: _period, valid: _valid, reasons: _reasons, unread: _unread, ...unjudged } = matching;
  const recipient = { ...unjudged, ...judgeRows(theirs), ...newestDesil(theirs) };
  const differing = doDesilsDiffer(theirs) ? { desilsDiffer: true as const } : {};
  const shared = others.length > 0 ? { shared: true as const } : {};
  return { find: "person", outcome: "proved", asOf, recipient, aid, tickets, ...aidAsOf, ...shared, ...differing };
}

/** Tells only whether the register has a wrong NIK to repair. */
export async function findDamagedNumber(asking: Asking, question: LookUp<"damaged-number">): Promise<LookUpResult> {
  const sought = soughtBy(asking, question.kk);
  const { held } = await countAttempt(asking, sought);
  if (held) return { find: "damaged-number", outcome: held };
  return abandonIfFailed(asking, sought.person, () => readDamaged(asking, question, sought.person));
}

async function readDamaged(
  asking: Asking,
  { kk, name }: LookUp<"damaged-number">,
  person: string,
): Promise<LookUpResult<"damaged-number">> {
  const { stage, district } = asking;
  const register = await stage.store.generation("register", district.id);
  if (!register) return { find: "damaged-number", outcome: "unavailable" };
  const today = dateIn(Date.now(), district.timezone);
  const rows = await stage.store.recipientsByKk(district.id, kk);
  const damaged = (rows.length > 0 ? rows : [NOBODY]).filter((row) => isSameName(name, row.name, stage.words));
  const repairable = damaged.some((row) => row !== NOBODY && !checkNik(row.nik, { today, areas: stage.areas }).valid);
  if (repairable) await forgiveAttempt(asking, person, "card");
  else await countFailedSource(asking, person);
  return { find: "damaged-number", outcome: repairable ? "repairable" : "no-match", asOf: register.asOf };
}
