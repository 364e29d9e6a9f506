import type { Answer, Question } from "../conversation/question.ts";
import { AppError } from "../errors.ts";
import { sameName } from "../register/names.ts";
import { checkNumber } from "../register/nik.ts";
import type { Recipient } from "../register/recipient.ts";
import type { LimitRule } from "../store/store.ts";

import { dateInWib } from "./facts.ts";
import type { Asking } from "./messaging.ts";
import { showIfKnown } from "./stranger.ts";
import { ownTickets } from "./ticket-view.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Look-ups allowed: by one chat, of one person from anywhere, by everybody. */
const PER_CHAT_HOUR = 15;
const PER_CHAT_DAY = 40;
const PER_PERSON_DAY = 30;
const ALL_PER_HOUR = 200_000;
/** Wrong proofs of one person from one chat; chats that have failed so before the person is locked for all. */
const WRONG_PROOFS = 3;
const FAILED_CHATS = 3;
/** Distinct numbers under the same first 12 digits in a day: somebody is counting serials. */
const RISING_SERIALS = 25;

/** Stands in for a row that is not there, so that both misses take the same steps. */
const NOBODY: Recipient = { nik: "", name: "nama tidak ada", valid: false, reasons: [] };

type Held = "limited" | "locked" | "unavailable";

export const lockKeys = (person: string) => ({ chats: `proof:${person}:*`, all: `locked:${person}` });

/** Counts this attempt before anything is looked up, for unknown numbers alike. No counter, no look-up. */
async function held({ messaging, turn }: Asking, person: string, prefix: string): Promise<Held | undefined> {
  const chat = turn.conversation;
  const rules: LimitRule[] = [
    { key: `locked:${person}`, limit: FAILED_CHATS, window: DAY, add: 0 },
    { key: `proof:${person}:${chat}`, limit: WRONG_PROOFS, window: DAY, add: 1 },
    { key: `chat-hour:${chat}`, limit: PER_CHAT_HOUR, window: HOUR, add: 1 },
    { key: `chat-day:${chat}`, limit: PER_CHAT_DAY, window: DAY, add: 1 },
    { key: `person-day:${person}`, limit: PER_PERSON_DAY, window: DAY, add: 1 },
    { key: "look-ups", limit: ALL_PER_HOUR, window: HOUR, add: 1 },
  ];
  try {
    const { exceeded, counts } = await messaging.store.count(rules);
    if (counts[4] === 1) await watchSerials(messaging, prefix);
    if (!exceeded) return undefined;
    return exceeded.startsWith("proof:") || exceeded.startsWith("locked:") ? "locked" : "limited";
  } catch (error) {
    messaging.log(
      "error",
      { code: error instanceof AppError ? error.code : "INTERNAL" },
      "counter away, nothing is looked up",
    );
    return "unavailable";
  }
}

async function watchSerials({ store, log }: Asking["messaging"], prefix: string): Promise<void> {
  const { counts } = await store.count([{ key: `prefix:${prefix}`, limit: RISING_SERIALS, window: DAY, add: 1 }]);
  if (counts[0] === RISING_SERIALS)
    log("error", { prefix, alarm: "rising-serials" }, "many numbers of one birth date are tried");
}

/** The third wrong proof of a chat counts once against the person, for all chats. */
async function failedProof({ messaging: { store, log }, turn }: Asking, person: string): Promise<void> {
  const { counts } = await store.count([
    { key: `proof:${person}:${turn.conversation}`, limit: WRONG_PROOFS, window: DAY, add: 0 },
  ]);
  if ((counts[0] ?? 0) < WRONG_PROOFS) return;
  const all = await store.count([{ key: `locked:${person}`, limit: FAILED_CHATS, window: DAY, add: 1 }]);
  if (all.counts[0] === FAILED_CHATS)
    log("warn", { person, alarm: "person-locked" }, "too many wrong proofs from several chats");
}

/** NIK and name say "registered", NIK and family card open the rest; a miss never says which half missed. */
export async function personAnswer(asking: Asking, question: Question & { ask: "person" }): Promise<Answer> {
  const { messaging, turn, district } = asking;
  const { nik, proof } = question;
  const person = messaging.personOf(nik);
  const stopped = await held(asking, person, messaging.personOf(nik.slice(0, 12)));
  if (stopped) return { ask: "person", outcome: stopped };
  const register = await messaging.store.generation("register", district.id);
  if (!register) return { ask: "person", outcome: "unavailable" };
  const { asOf } = register;
  const rows = await messaging.store.recipientsByNik(district.id, nik);
  const matching = (rows.length > 0 ? rows : [NOBODY]).find((row) =>
    "kk" in proof ? row.kk === proof.kk : sameName(proof.name, row.name),
  );
  if (!matching || matching === NOBODY) {
    await failedProof(asking, person);
    return { ask: "person", outcome: "no-match", asOf };
  }
  await messaging.store.clearCounts([`proof:${person}:${turn.conversation}`]);
  if ("name" in proof) return { ask: "person", outcome: "registered", asOf };
  await showIfKnown(asking, person, nik);
  const [aid, aidList, { tickets }] = await Promise.all([
    messaging.store.aidByNik(district.id, nik),
    messaging.store.generation("aid", district.id),
    ownTickets(asking, nik),
  ]);
  const aidAsOf = aidList ? { aidAsOf: aidList.asOf } : {};
  return { ask: "person", outcome: "proved", asOf, recipient: matching, aid, tickets, ...aidAsOf };
}

/** Who has no readable NIK asks by family card and full name, and learns only that a number is to be repaired. */
export async function damagedNumber(asking: Asking, question: Question & { ask: "damaged-number" }): Promise<Answer> {
  const { messaging, district, turn } = asking;
  const { kk, name } = question;
  const person = messaging.personOf(kk);
  const stopped = await held(asking, person, messaging.personOf(kk.slice(0, 12)));
  if (stopped) return { ask: "damaged-number", outcome: stopped };
  const register = await messaging.store.generation("register", district.id);
  if (!register) return { ask: "damaged-number", outcome: "unavailable" };
  const today = dateInWib(Date.now());
  const rows = await messaging.store.recipientsByKk(district.id, kk);
  const damaged = (rows.length > 0 ? rows : [NOBODY]).filter((row) => sameName(name, row.name));
  const repairable = damaged.some(
    (row) => row !== NOBODY && !checkNumber(row.nik, { today, areas: messaging.areas }).valid,
  );
  if (repairable) await messaging.store.clearCounts([`proof:${person}:${turn.conversation}`]);
  else await failedProof(asking, person);
  return { ask: "damaged-number", outcome: repairable ? "repairable" : "no-match", asOf: register.asOf };
}
