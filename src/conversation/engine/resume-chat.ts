import type { Text } from "../../vocabulary/message.ts";
import type { Facts } from "./facts.ts";
import { type Flows, flowOf } from "./flow.ts";
import { PROOF_LASTS, unlapsed } from "./lapse.ts";
import { maskContent } from "./mask-content.ts";
import type { Session } from "./session.ts";

/** In ms. After this silence, the chat reminds the citizen of its subject. */
const RESTED = 30 * 60_000;
const RESUMED = "common.resumed";

export function resumeChat(before: Session, facts: Facts, flows: Flows): { session: Session; say: Text[] } {
  const { session, lapsed } = withoutLapsed(before, facts.now, flows);
  const say: Text[] = [];
  const { notice, agency } = facts.district;
  const seen = session.notice?.version === notice;
  if (!seen) {
    const key = session.notice ? "welcome.newNotice" : "welcome.greeting";
    // A welcome would be out of place after a danger or beside a page's own welcome.
    const isKnown = session.urgentAt !== undefined || (facts.pageIntroduces && !session.notice);
    const welcome = isKnown ? [] : [{ key, values: { agency: agency.name } }];
    say.push(...welcome, { key: "welcome.notice" });
  }
  if (lapsed) say.push({ key: "common.lapsed" });
  else if (hasRested(session, facts.now)) say.push({ key: RESUMED, values: { where: whereOf(session) } });
  return { session: seen ? session : { ...session, notice: { version: notice, at: facts.now } }, say };
}

export const withoutResumed = (say: readonly Text[]): Text[] =>
  say.filter((text) => !("key" in text) || text.key !== RESUMED);

const whereOf = ({ at }: Session): Text => ({ key: `flows.${flowOf(at)}` });

function hasRested({ at, lastAt }: Session, now: number): boolean {
  return lastAt > 0 && now - lastAt > RESTED && flowOf(at) !== "menu";
}

/** Another person may hold the phone after a long silence. */
function withoutLapsed(session: Session, now: number, { flowNamed }: Flows): { session: Session; lapsed: boolean } {
  const { lapsesTo } = flowNamed(session.at);
  const lapsed = lapsesTo !== undefined && session.at !== lapsesTo && now - session.lastAt > PROOF_LASTS;
  const kept = withoutNumbers(unlapsed(session, now), now);
  return lapsed ? { session: { ...kept, at: lapsesTo, data: {}, trail: [] }, lapsed } : { session: kept, lapsed };
}

function withoutNumbers(session: Session, now: number): Session {
  const { replying } = session;
  if (!replying?.sent.some(({ at }) => now - at > PROOF_LASTS)) return session;
  const sent = replying.sent.map((one) =>
    now - one.at > PROOF_LASTS ? { ...one, content: maskContent(one.content) ?? one.content } : one,
  );
  return { ...session, replying: { ...replying, sent } };
}
