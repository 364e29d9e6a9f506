import { findNumbers } from "../../register/find-numbers.ts";
import type { Content, Reply, Text } from "../../vocabulary/message.ts";
import { requestsForExamples } from "./candidate.ts";
import { typedId } from "./double-press.ts";
import type { Facts } from "./facts.ts";
import { filedAfter } from "./filed-report.ts";
import { type Context, type Flows, flowOf, type Request, type Step, stateHere } from "./flow.ts";
import { comesFirst, listen } from "./listen.ts";
import type { LookUp, LookUpKind, LookUpResult } from "./lookup.ts";
import { textsOfNumbersSent, withholdOptions, withMentions, withoutSent, withTyped } from "./mentioned-numbers.ts";
import { type CodeRefused, sayCodeRefused } from "./page-code.ts";
import { choiceId, contextOf, promptOf } from "./prompt.ts";
import { resumeChat, withoutResumed } from "./resume-chat.ts";
import { type Session, withLocale } from "./session.ts";
import type { StateName } from "./state-names.ts";
import { toldAfter, withTold } from "./told.ts";

export type Event =
  | { type: "message"; content: Content }
  | { type: "found"; result: LookUpResult }
  | ({ type: "code" } & CodeRefused);

export type Turn = { session: Session; replies: Reply[]; lookUp?: LookUp; requests: Request[] };

type Setting = { facts: Facts; flows: Flows };

const LONGEST_TRAIL = 8;

/** Does no I/O; `facts` holds all outside data. */
export function takeTurn(before: Session, event: Event, facts: Facts, flows: Flows): Turn {
  const setting = { facts, flows };
  if (event.type === "found")
    return follow(before, takeResult(event.result, contextOf(before, facts, flows)), setting, false);
  const { session: opened, say: opens } = resumeChat(before, facts, flows);
  if (event.type === "code") {
    const refused = follow(opened, sayCodeRefused(event, opened), setting, false);
    return opens.length > 0 ? { ...refused, replies: [{ parts: opens }, ...refused.replies] } : refused;
  }
  const { content } = event;
  const isStale =
    isForLapsed(before, opened, content) &&
    facts.openQuestions.length === 0 &&
    !comesFirst(content, contextOf(opened, facts, flows));
  const turn = isStale
    ? follow(opened, { to: opened.at }, setting, false)
    : answerMessage(opened, content, setting, opens.length === 0 || flowOf(opened.at) === "urgent");
  const isUrgent = flowOf(turn.session.at) === "urgent" || flowOf(opened.at) === "urgent";
  // The privacy notice waits until the chat has left the danger.
  const say = isUrgent ? [] : goesOnHere(opened, content, turn) ? opens : withoutResumed(opens);
  const id = content.type === "choice" ? content.id : content.type === "text" ? typedId(content.text) : undefined;
  const pressed = id === undefined ? {} : { pressed: { id, at: facts.now } };
  const { pressed: _, ...rest } = isUrgent
    ? { ...withNotice(turn.session, before), urgentAt: facts.now }
    : turn.session;
  const replies = say.length > 0 ? [{ parts: say }, ...turn.replies] : turn.replies;
  return { ...turn, replies, session: { ...rest, ...pressed } };
}

const goesOnHere = ({ at }: Session, content: Content, turn: Turn): boolean =>
  content.type !== "choice" && content.type !== "start" && flowOf(turn.session.at) === flowOf(at);

const isForLapsed = ({ at }: Session, opened: Session, content: Content): boolean =>
  at !== opened.at && content.type === "text" && findNumbers(content.text).numbers.length === 1;

function answerMessage(before: Session, content: Content, setting: Setting, fresh: boolean): Turn {
  const typed = withTyped(before, content, setting.facts.words);
  const session = withTold(typed, content, contextOf(typed, setting.facts, setting.flows));
  const context = contextOf(session, setting.facts, setting.flows);
  const step = listen(content, context);
  const followed = follow(withoutSent(session), refreshStep(step, session, setting), setting, fresh);
  const turn = { ...followed, requests: [...followed.requests, ...requestsForExamples(content, step, context)] };
  if (!step.reread) return turn;
  const second = answerMessage(turn.session, step.reread, setting, false);
  return { ...second, replies: [...turn.replies, ...second.replies], requests: [...turn.requests, ...second.requests] };
}

function takeResult<Kind extends LookUpKind>(result: LookUpResult<Kind>, context: Context): Step {
  const take = stateHere(context).found?.[result.find];
  if (!take) throw new Error(`state ${context.session.at} takes no result of ${result.find}`);
  return take(result, context);
}

/** The store does not have the changes of `requests` yet. */
function refreshStep(step: Step, session: Session, { facts, flows }: Setting): Step {
  if (step.lookUp || step.quiet || step.requests) return step;
  const { refresh } = flows.stateAt(step.to);
  const again = refresh?.(contextOf(arriveAt(session, step, { facts, flows }), facts, flows));
  if (!again) return step;
  const { wrong, ...rest } = step;
  const say = [...(step.say ?? []), ...(wrong ? [wrong] : [])];
  return { ...rest, ...again, ...(say.length > 0 ? { say } : {}) };
}

function withNotice({ notice: _, ...session }: Session, { notice }: Session): Session {
  return notice ? { ...session, notice } : session;
}

/** With `fresh`, the citizen still knows the chat's question, so its brief form is enough. */
function follow(session: Session, step: Step, setting: Setting, fresh: boolean): Turn {
  const { session: next, requests } = withMentions(arriveAt(session, step, setting), step.requests ?? []);
  const said: Text[] = [...(step.say ?? []), ...(step.wrong ? [step.wrong] : [])];
  const replies: Reply[] = said.length > 0 ? [{ parts: said }] : [];
  if (step.lookUp) return { session: next, replies, lookUp: step.lookUp, requests };
  if (step.quiet) {
    if (!step.choices) return { session: next, replies, requests };
    const more = withholdOptions(next).map((option) => ({ id: choiceId(next.at, option), title: option.title }));
    const last = { parts: [...said, ...textsOfNumbersSent(next)], choices: [...step.choices, ...more] };
    return { session: next, replies: [last], requests };
  }
  const isRead = fresh && step.to === session.at && said.length > 0 && !step.data && next.locale === session.locale;
  return {
    session: next,
    replies: [...replies, promptOf(contextOf(next, setting.facts, setting.flows), isRead)],
    requests,
  };
}

const AFTER_A_DEATH: StateName = "repair.report";

function arriveAt(session: Session, step: Step, { facts, flows }: Setting): Session {
  const from = flowOf(session.at);
  const stays = flowOf(step.to) === from;
  const { [from]: _, ...otherDrafts } = session.drafts;
  const chosen = step.session?.locale;
  const { replying, offersSecrecy: _secrecy, offersLanguage: _language, alsoAsked: _asked, told, ...rest } = session;
  return {
    ...(chosen === undefined ? rest : withLocale(rest, chosen)),
    ...replyingAfter(replying, step.to),
    ...toldAfter(told, step.requests),
    ...filedAfter(step.requests, { session, facts }),
    ...step.session,
    ...(step.to === AFTER_A_DEATH ? { mournedAt: facts.now } : {}),
    at: step.to,
    data: stays ? { ...session.data, ...step.data } : { ...step.data },
    trail: stays ? trailAfter(session, step.to, flows) : [],
    drafts: step.session?.drafts ?? (stays && flows.flowNamed(step.to).keepsDraft ? otherDrafts : session.drafts),
    wrong: step.wrong ? session.wrong + 1 : 0,
    lastAt: facts.now,
  };
}

/** In these states, officers' questions wait for answers again. */
const ENDS: ReadonlySet<StateName> = new Set(["menu.choose", "ticket.filed", "ticket.added"]);

/** A step without `session.replying` ends the answer to an officer. */
function replyingAfter(replying: Session["replying"], to: StateName): Pick<Session, "replying"> {
  if (!replying) return {};
  const { to: _, asideAt, sent } = replying;
  return { replying: { sent, ...(asideAt === undefined || ENDS.has(to) ? {} : { asideAt }) } };
}

/** "Back" skips states without a prompt. */
function trailAfter({ at, trail }: Session, to: StateName, flows: Flows): StateName[] {
  const seen = trail.indexOf(to);
  if (seen >= 0) return trail.slice(0, seen);
  if (to === at || flows.stateAt(at).prompt === undefined) return trail;
  return [...trail, at].slice(-LONGEST_TRAIL);
}
