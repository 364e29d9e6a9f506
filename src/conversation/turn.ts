import type { Content, Reply, Text } from "../message.ts";
import type { Facts } from "./facts.ts";
import { flowOf, type Request, type Step } from "./flow.ts";
import { flowNamed, stateAt } from "./flows/index.ts";
import { listen } from "./listen.ts";
import { withMentions, withoutSent, withTyped } from "./mentioned.ts";
import { opening } from "./opening.ts";
import type { Answer, Question } from "./question.ts";
import { contextOf, promptOf } from "./rest.ts";
import { type Session, speaking } from "./session.ts";

export type Event = { type: "message"; content: Content } | { type: "answer"; answer: Answer };

/** A turn that ends with a `question` goes on, in the same commit, with the answer to it as its next event. */
export type Turn = { session: Session; replies: Reply[]; question?: Question; requests: Request[] };

const LONGEST_TRAIL = 8;

/** One step of a conversation: pure, the same in gives the same out. */
export function takeTurn(before: Session, event: Event, facts: Facts): Turn {
  if (event.type === "answer") {
    const { answered } = stateAt(before.at);
    if (!answered) throw new Error(`state ${before.at} asked nothing`);
    return follow(before, answered(event.answer, contextOf(before, facts)), facts, false);
  }
  const { session: opened, say } = opening(before, facts);
  const session = withTyped(opened, event.content);
  const turn = follow(withoutSent(session), listen(event.content, session, facts), facts, say.length === 0);
  return say.length > 0 ? { ...turn, replies: [{ parts: say }, ...turn.replies] } : turn;
}

/** Goes where a step leads and says what is said there; `fresh`: whoever writes has just read where they are. */
function follow(session: Session, step: Step, facts: Facts, fresh: boolean): Turn {
  const { session: next, requests } = withMentions(arrived(session, step, facts.now), step.requests ?? []);
  const said: Text[] = [...(step.say ?? []), ...(step.wrong ? [step.wrong] : [])];
  const replies: Reply[] = said.length > 0 ? [{ parts: said }] : [];
  if (step.ask) return { session: next, replies, question: step.ask, requests };
  if (step.quiet) return { session: next, replies, requests };
  const isRead = fresh && step.to === session.at && said.length > 0 && !step.data && next.locale === session.locale;
  return { session: next, replies: [...replies, promptOf(next, facts, isRead)], requests };
}

function arrived(session: Session, step: Step, now: number): Session {
  const from = flowOf(session.at);
  const stays = flowOf(step.to) === from;
  const { [from]: _, ...otherDrafts } = session.drafts;
  const chosen = step.session?.locale;
  return {
    ...(chosen === undefined ? session : speaking(session, chosen)),
    ...step.session,
    at: step.to,
    data: stays ? { ...session.data, ...step.data } : { ...step.data },
    trail: stays ? trailAfter(session, step.to) : [],
    drafts: step.session?.drafts ?? (stays && flowNamed(step.to).keepsDraft ? otherDrafts : session.drafts),
    wrong: step.wrong ? session.wrong + 1 : 0,
    lastAt: now,
  };
}

/** Only states where the chat has rested are worth going back to. */
function trailAfter({ at, trail }: Session, to: string): string[] {
  const seen = trail.indexOf(to);
  if (seen >= 0) return trail.slice(0, seen);
  if (to === at || stateAt(at).prompt === undefined) return trail;
  return [...trail, at].slice(-LONGEST_TRAIL);
}
