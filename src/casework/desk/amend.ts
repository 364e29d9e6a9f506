import { numbersIn } from "../../conversation/engine/mentioned-numbers.ts";
import { defined } from "../../defined.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import type { Act } from "../../vocabulary/acts.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { changesOf, type Head } from "../amend.ts";
import { personMentioned } from "../mentioned-numbers.ts";
import { lengthOf } from "../past.ts";
import { requireReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { actIdOf, type Caller, type ExpectedVersion, guardOf, requireAllowedAct, requireTicket } from "./caller.ts";
import { checkHead } from "./check-head.ts";
import { checkNewReaders } from "./check-new-readers.ts";
import type { Desk } from "./desk.ts";
import { alertOfAccusedOfficer, readOfficerWords } from "./officer-words.ts";

/** `mentioned`: the id of an entry that contains the citizen's NIK or KK number. */
export type Amendment = Caller &
  ExpectedVersion & { id: string; reason: string; now: Head; mentioned?: string | undefined };

/**
 * Rejects as `requireTicket`, `requireReason`, `checkHead`, `checkNewReaders` and the store do, and with:
 * - BAD_REQUEST: the named field is invalid, or nothing would change.
 * - FORBIDDEN: an operator sets `sensitive: false`.
 */
export async function amendTicket(desk: Desk, number: string, amendment: Amendment): Promise<Ticket> {
  const { store, queue } = desk;
  const { id, by, reason } = amendment;
  const { place, name } = amendment.now;
  const now = {
    ...amendment.now,
    ...(place === undefined ? {} : { place: maskNumbers(place) }),
    ...(name === undefined ? {} : { name: maskNumbers(name) }),
  };
  const acts = actsOf(now, amendment.mentioned);
  const ticket = await requireTicket(desk, number, amendment, acts[0] ?? "amend");
  if (acts.includes("lower") && !amendment.officer)
    throw new AppError("FORBIDDEN", "only a marked officer of the Dinsos opens a ticket to others");
  for (const act of acts.slice(1)) requireAllowedAct(desk, ticket, amendment, act);
  const why = requireReason(reason);
  if (amendment.mentioned !== undefined) {
    const person = personMentioned(ticket, amendment.mentioned);
    if (!person) throw wrongField("mentioned", "no number was mentioned in that entry");
    Object.assign(now, person);
  }
  Object.assign(now, await checkHead(desk, ticket.district, now));
  const key = actIdOf(amendment, id);
  const changes = changesOf(ticket, now);
  if (Object.keys(changes).length === 0 && !(await store.findEntry(number, key)))
    throw wrongField(Object.keys(now)[0] ?? "body", "nothing of it would change");
  await checkNewReaders(desk, ticket, amendment, now);
  // The Dinsos checks doubts, so words of its officers raise no doubt.
  const isStory = amendment.officer?.rung !== "dinsos";
  const given = { words: why, author: amendment.officer, isInward: true, isStory, category: now.category };
  const { storedWords, namesDinsosOfficer } = await readOfficerWords(desk, ticket, given);
  const mentioned = [storedWords.text === "" ? "" : reason, place, name].flatMap((words) =>
    numbersIn(words ?? "", desk.words),
  );
  // An officer's reason may name somebody.
  const lane = now.sensitive === false ? undefined : storedWords.lane;
  const event = {
    type: "amend" as const,
    id: key,
    at: Date.now(),
    by,
    text: storedWords.text,
    ...(mentioned.length > 0 ? { mentioned } : {}),
    ...defined({ lane }),
    now,
    was: { category: ticket.category },
    seen: lengthOf(ticket),
  };
  const requestFields = [by, reason, Object.entries(amendment.now).sort(), amendment.mentioned ?? null];
  const changed = await store.changeTicket(number, event, undefined, guardOf(desk, amendment, ticket, requestFields));
  if (namesDinsosOfficer) alertOfAccusedOfficer(desk, changed);
  if (changed.news) await queue.wake("complaints", { number });
  return changed;
}

function actsOf({ sensitive, ...rest }: Head, mentioned: string | undefined): Act[] {
  const laneActs: Act[] = sensitive === undefined ? [] : [sensitive ? "raise" : "lower"];
  const isMore = mentioned !== undefined || Object.values(rest).some((value) => value !== undefined);
  return isMore || laneActs.length === 0 ? ["amend", ...laneActs] : laneActs;
}
