import { FAILED_SOURCES, PER_NETWORK_DAY, WRONG_PROOFS } from "../register/proof-locks.ts";
import type { LimitRule } from "../store/ports/limits.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Asking } from "./look-up-context.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const PER_CHAT_HOUR = 15;
const PER_CHAT_DAY = 40;
const ALL_PER_HOUR = 200_000;
/** After this many persons in an hour, a network must give family card numbers. */
const CARD_ONLY_FROM = 30;
/** A guesser tries many numbers with the same first 12 digits. */
const RISING_SERIALS = 25;

export type Held = "limited" | "locked" | "unavailable";

/** `person` is a blind index. `prefix` is the blind index of the first 12 digits of the NIK or KK number. */
export type Sought = { person: string; prefix: string };

const networkIndexOf = ({ stage, turn }: Asking): string | undefined =>
  turn.message.network === undefined ? undefined : stage.networkIndex(turn.message.network);

const hasProved = ({ session }: Asking, person: string): boolean =>
  session.people.some((one) => one.person === person && one.proved);

const proofRule = ({ turn, once }: Asking, person: string): LimitRule => ({
  key: `proof:${person}:${turn.conversation}`,
  limit: WRONG_PROOFS,
  window: DAY,
  add: 1,
  once,
});

function ownRules(asking: Asking, person: string): LimitRule[] {
  const { turn, once } = asking;
  return [
    proofRule(asking, person),
    { key: `chat-hour:${turn.conversation}`, limit: PER_CHAT_HOUR, window: HOUR, add: 1, once },
    { key: `chat-day:${turn.conversation}`, limit: PER_CHAT_DAY, window: DAY, add: 1, once },
  ];
}

function networkRule(asking: Asking, person: string): LimitRule[] {
  const network = networkIndexOf(asking);
  if (network === undefined || hasProved(asking, person)) return [];
  const key = `network-day:${person}:${network}`;
  return [{ key, limit: PER_NETWORK_DAY, window: DAY, add: 1, once: asking.once }];
}

export async function countAttempt(asking: Asking, sought: Sought): Promise<{ held?: Held; cardOnly?: boolean }> {
  const { store, log } = asking.stage;
  const { person } = sought;
  try {
    const own = await store.count(ownRules(asking, person));
    if (own.exceeded?.startsWith("proof:")) return { held: "locked" };
    const { exceeded, persons = 0 } = own.exceeded
      ? { exceeded: own.exceeded }
      : await countAcrossChats(asking, sought);
    if (!exceeded) return { cardOnly: await alarmIfCrowded(asking, persons) };
    await store.takeBack([proofRule(asking, person), ...networkRule(asking, person)]);
    return { held: /^(?:locked|network-day):/.test(exceeded) ? "locked" : "limited" };
  } catch (thrown) {
    log("error", { code: appError(thrown).code }, "counter away, nothing is looked up");
    await takeBackAttempt(asking, person);
    return { held: "unavailable" };
  }
}

/** The caller must first check the chat's own limits, so no chat locks others out. */
async function countAcrossChats(
  asking: Asking,
  { person, prefix }: Sought,
): Promise<{ exceeded?: string; persons?: number }> {
  const { stage } = asking;
  const network = networkIndexOf(asking);
  const locked: LimitRule = { key: `locked:${person}`, limit: FAILED_SOURCES, window: DAY, add: 0 };
  const prefixRule = { key: `prefix:${prefix}`, limit: NO_LIMIT, window: DAY, add: 1, once: person };
  const { exceeded, counts } = await stage.store.count([
    prefixRule,
    { key: `persons:${network}`, limit: NO_LIMIT, window: HOUR, add: network === undefined ? 0 : 1, once: person },
    ...(hasProved(asking, person) ? [] : [locked]),
    ...networkRule(asking, person),
    { key: "look-ups", limit: ALL_PER_HOUR, window: HOUR, add: 1, once: asking.once },
  ]);
  const [numbers = 0, persons = 0] = counts;
  if (numbers >= RISING_SERIALS && (await claimAlarm(stage, `alarm:${prefixRule.key}`, DAY)))
    stage.log("error", { prefix, alarm: "rising-serials" }, "many numbers of one birth date are tried");
  return exceeded ? { exceeded, persons } : { persons };
}

async function alarmIfCrowded(asking: Asking, persons: number): Promise<boolean> {
  const { stage, turn, district } = asking;
  if (persons < CARD_ONLY_FROM) return false;
  if (await claimAlarm(stage, `alarm:persons:${networkIndexOf(asking)}`, HOUR)) {
    const about = { channel: turn.contact.channel, district: district.id, alarm: "many-look-ups" };
    stage.log("error", about, "one network looks up many people; it has to give family card numbers now");
  }
  return true;
}

async function claimAlarm({ store }: Asking["stage"], key: string, window: number): Promise<boolean> {
  return !(await store.count([{ key, limit: 1, window, add: 1 }])).exceeded;
}

export async function takeBackAttempt(asking: Asking, person: string): Promise<void> {
  const rules = [...ownRules(asking, person), ...networkRule(asking, person)];
  await asking.stage.store.takeBack(rules).catch(() => undefined);
}

/** A source is a network, or a chat without a known network. */
export async function countFailedSource(asking: Asking, person: string): Promise<void> {
  const { stage, turn } = asking;
  const { store, log } = stage;
  if (hasProved(asking, person)) return;
  const { counts } = await store.count([{ ...proofRule(asking, person), add: 0 }]);
  if ((counts[0] ?? 0) < WRONG_PROOFS) return;
  const once = networkIndexOf(asking) ?? turn.conversation;
  const all = await store.count([{ key: `locked:${person}`, limit: FAILED_SOURCES, window: DAY, add: 1, once }]);
  if ((all.counts[0] ?? 0) >= FAILED_SOURCES && (await claimAlarm(stage, `alarm:locked:${person}`, DAY)))
    log("warn", { person, alarm: "person-locked" }, "too many wrong proofs from several chats");
}

/** Only the family card's number clears earlier wrong proofs, because many people know a name. */
export async function forgiveAttempt(asking: Asking, person: string, by: "card" | "name"): Promise<void> {
  const { store } = asking.stage;
  const rule = proofRule(asking, person);
  if (by === "card") await store.clearCounts([rule.key]);
  else await store.takeBack([rule]);
}
