import type { Content, Text } from "../../vocabulary/message.ts";
import { entry, flowNamed, stateAt } from "../flows/index.ts";
import { answerTyped, meaningOf } from "../understanding/bare-answer.ts";
import { isChainLetter } from "../understanding/chain-letter.ts";
import { asksToWait, type Command, choiceTyped, globalCommand, titleTyped } from "../understanding/commands.ts";
import { isAngry } from "../understanding/moods.ts";
import { plainText } from "../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { asideAnswered } from "./asides.ts";
import { answerToClosing } from "./closing-letter.ts";
import { filesIn } from "./content.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, isFree, type Option, type Step } from "./flow.ts";
import { isDoublePress, isTypedTwice } from "./pressed.ts";
import { choiceId, contextOf, optionsOf } from "./prompt.ts";
import { answerIn, hasJustAnswered, isAnswering, isAskedLast, optionsAfter } from "./replying.ts";
import { remarked, routeOf } from "./routes.ts";
import { keptSecret, SECRECY_BUTTON, withSecrecy } from "./secrecy.ts";
import type { Session } from "./session.ts";
import { signalled } from "./signalled.ts";

const DAY = 86_400_000;

/** What a message asks for, seen from the state the chat rests in. */
export function listen(content: Content, session: Session, facts: Facts): Step {
  const context = contextOf(session, facts);
  const first = signalled(content, context);
  return first ? leaving(first, session) : withSecrecy(heard(content, context), content, context);
}

function heard(content: Content, context: Context): Step {
  const { session, facts } = context;
  switch (content.type) {
    case "start":
      return entered(content.payload ?? "", context) ?? { to: "menu.choose" };
    case "choice":
      if (isDoublePress(content.id, context)) return { to: session.at, quiet: true };
      return chosen(content.id, context) ?? titled(content.title, context) ?? stale(session);
    case "text":
      if (isTypedTwice(content.text, context)) return { to: session.at, quiet: true };
      if (isUsedCard(content.text, session))
        return { to: session.at, say: [{ key: "check.usedAlready" }], quiet: true };
      return withCaution(written(content, context), content.text, context);
    case "numbers":
      return numbersGiven(content, context);
    case "other":
      if (content.kind === "number-in-group") {
        return { to: session.at, quiet: true, say: [{ key: "common.numberInGroup" }] };
      }
      return taken(content, context) ?? polite(content, session, facts.now);
    default:
      return (
        answerIn(content, context) ??
        taken(content, context) ??
        spoken(content, session) ??
        polite(content, session, facts.now)
      );
  }
}

/** The card's number sent again under the result that it has opened. */
const isUsedCard = (text: string, { at, proof }: Session): boolean =>
  at === "check.result" && proof?.kk !== undefined && text.replace(/[\s.-]/g, "") === proof.kk;

/** A command, or one of the things on offer; `undefined` for words of the citizen's own. */
export function asked(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const command = globalCommand(text);
  if (command && command.command !== "language") return commanded(command, context);
  const option = typedOption(text, context, false); // a language's name may be what is offered
  if (option) return optionStep(option, context);
  if (command) return commanded(command, context);
  const nearly = typedOption(text, context, true);
  if (nearly) return optionStep(nearly, context);
  if (meaningOf(text) === "cancel" && flowOf(session.at) !== "urgent")
    return isDraft(context) ? dropped(session) : { to: "menu.choose", say: [{ key: "common.calledOff" }] };
  if (asksToWait(text)) return { to: session.at, quiet: true, say: [{ key: "common.takeTime" }] };
  if (OPEN_NEWS.test(text.trim())) return { to: session.at, say: [{ key: "common.newsComes" }] };
  const isPage = facts.numberPage && stateAt(session.at).takes?.includes("number") && NEW_PAGE.test(text.trim());
  return isPage ? { to: session.at } : undefined;
}

/** Whether the chat is at words of the citizen's own. */
const isDraft = ({ session }: Context): boolean => {
  const { send, free } = stateAt(session.at);
  return send !== undefined || free === true;
};

/** "Batal" in a draft drops it, with a word. */
function dropped({ at, drafts }: Session): Step {
  const { [flowOf(at)]: _, ...others } = drafts;
  return { to: "menu.choose", say: [{ key: "finish.dropped" }], session: { drafts: others } };
}

function written(content: TextContent, context: Context): Step {
  const { session, facts } = context;
  const closing = answerToClosing(content, context);
  if (closing) return leaving(closing, session);
  const step = asked(content.text, context) ?? asideAnswered(content.text, context) ?? answerIn(content, context);
  if (step) return step;
  const state = stateAt(session.at);
  if (state.free === true) return taken(content, context) ?? notUnderstood(content, context);
  if (isChainLetter(content)) return remarked("answers.hoax", context);
  if (isFree(state, content, context)) return taken(content, context) ?? notUnderstood(content, context);
  const understood = understoodOnce(content, facts);
  const route = routeOf(understood, content.text, context);
  if (route?.to === "menu.suggest") return taken(content, context) ?? leaving(route, session);
  const elsewhere = route && flowOf(route.to) !== flowOf(session.at);
  if (elsewhere && flowOf(session.at) !== "menu" && understood.confidence < CHANGE_OF_SUBJECT) {
    return taken(content, context) ?? notUnderstood(content, context);
  }
  if (elsewhere && !takesNumber(content.text, context)) return leaving(route, session);
  return taken(content, context) ?? (route ? leaving(route, session) : notUnderstood(content, context));
}

/** A number typed where the channel's rules keep it out of the chat is taken; its writer is told how to get rid of it. */
function withCaution(step: Step, text: string, { facts }: Context): Step {
  const isNumber = facts.numberPage !== undefined && /\d{16}/.test(text.replace(/[\s.-]/g, ""));
  return isNumber ? { ...step, say: [...(step.say ?? []), { key: "check.typedHere" }] } : step;
}

/** What a template asks for; the news that waits goes out by itself as soon as anything is written. */
const OPEN_NEWS = /^(buka|bukak|open)[.!]?$/i;

/** The one word that asks for a new page, when the old one has lapsed or is gone. */
const NEW_PAGE = /^(nomor|nomer|link|tautan|halaman|number|page)[.!]?$/i;

/** What came from our page: a NIK begins its check wherever the chat is, a family card's number goes where one is asked. */
function numbersGiven({ nik, kk }: Content & { type: "numbers" }, context: Context): Step {
  const { session } = context;
  const text = [nik && `NIK ${nik}`, kk && `KK ${kk}`].filter(Boolean).join(" ");
  const isAsked = stateAt(session.at).takes?.includes("number") ?? false;
  const step = nik ? stateAt("check.number").enter?.(text, context) : isAsked && taken({ type: "text", text }, context);
  return step ? leaving(step, session) : stale(session);
}

/** How sure we must be to leave a question half answered. */
const CHANGE_OF_SUBJECT = 0.5;

function takesNumber(text: string, { session }: Context): boolean {
  return (stateAt(session.at).takes?.includes("number") ?? false) && /\d{6}/.test(text.replace(/[\s.-]/g, ""));
}

function taken(content: Content, context: Context): Step | undefined {
  const state = stateAt(context.session.at);
  const kind = content.type === "text" ? ["text", "number"] : [content.type];
  if (!kind.some((one) => (state.takes as readonly string[] | undefined)?.includes(one))) return undefined;
  return state.take?.(content, context);
}

/** A button's id: `>state:parameter` goes anywhere that can be entered, `state:option` belongs to one question. */
function chosen(id: string, context: Context): Step | undefined {
  const { session } = context;
  if (id === SECRECY_BUTTON) return keptSecret(context);
  const option = optionsOf(stateAt(session.at), context).find((one) => choiceId(session.at, one) === id);
  if (id.startsWith(">") && !option?.step) {
    const [to = "", ...parameter] = id.slice(1).split(":");
    const step = stateAtOrNone(to)?.enter?.(parameter.join(":") || undefined, context);
    return step && leaving(step, context.session);
  }
  return option && optionStep(option, context);
}

function stateAtOrNone(at: string) {
  return flowNamed(at)?.states[at.slice(at.indexOf(".") + 1)];
}

function titled(title: string | undefined, context: Context): Step | undefined {
  const option = title === undefined ? undefined : typedOption(title, context, false);
  return option && optionStep(option, context);
}

/** What the chat has read last: the buttons under an answer, or the state's own; nothing of them where an officer has asked since. */
function optionsRead(context: Context): Option[] {
  if (hasJustAnswered(context)) return optionsAfter(context);
  return isAskedLast(context) ? [] : optionsOf(stateAt(context.session.at), context);
}

function typedOption(text: string, context: Context, slips: boolean): Option | undefined {
  const options = optionsRead(context);
  const index =
    choiceTyped(text, options.length) ??
    titleTyped(
      text,
      options.map((option) => namesOf(option, context)),
      slips,
    ) ??
    answerTyped(text, options);
  return index === undefined ? undefined : options[index];
}

function namesOf({ title, means }: Option, { facts }: Context): readonly string[] {
  const titles = facts.wordings(title);
  return means ? titles.flatMap((one) => [one, ...one.split(/[,/]/)]) : titles;
}

function optionStep(option: Option, context: Context): Step {
  const { id, to, data, step } = option;
  if (step) return step(context);
  if (id.startsWith(">")) return chosen(id, context) ?? stale(context.session);
  return data ? { to, data } : { to };
}

/** Deep links and menu rows name an entry; what comes after the first `-` or `_` is its parameter. */
function entered(payload: string, context: Context): Step | undefined {
  const [, name = "", parameter] = /^([a-z]+)(?:[-_](.+))?$/i.exec(payload) ?? [];
  const at = entry(name.toLowerCase());
  return at ? stateAtOrNone(at)?.enter?.(parameter, context) : undefined;
}

function commanded(command: Command, context: Context): Step {
  const { session, facts } = context;
  switch (command.command) {
    case "menu":
      return leaving({ to: "menu.choose" }, session);
    case "aid-or-help":
      return leaving({ to: "menu.choose", say: [{ key: "menu.aidOrHelp" }] }, session);
    case "back":
      return { to: session.trail.at(-1) ?? "menu.choose" };
    case "help":
      return {
        to: session.at,
        say: [{ key: "common.help", values: { agency: facts.district.agency.name } }, ...hint(session)],
      };
    case "stop": {
      const unsent = stateAt(session.at).send?.(context) ? [{ key: "finish.notSent" }] : [];
      return leaving({ to: "menu.choose", say: [{ key: "common.stopped" }, ...unsent], quiet: true }, session);
    }
    case "done":
      return finished(context);
    case "officer": {
      const offered = optionsOf(stateAt(session.at), context).find(({ to, step }) => to === "officer.ask" && step);
      return offered ? optionStep(offered, context) : leaving({ to: "officer.ask" }, session);
    }
    case "right":
      return leaving(stateAt("privacy.choose").enter?.(command.target, context) ?? { to: "privacy.choose" }, session);
    case "language": {
      const { target } = command;
      if (!target || !facts.locales.includes(target))
        return leaving({ to: "language.choose", data: { back: session.at, kept: session.data } }, session);
      return { to: session.at, session: { locale: target }, say: [{ key: "language.changed" }] };
    }
  }
}

/** "Selesai": ends an answer to an officer, asks whether a draft is to be sent, and leads to the menu elsewhere. */
function finished(context: Context): Step {
  const { session } = context;
  const { at, data } = session;
  if (isAnswering(context)) return stateAt("reply.done").enter?.(undefined, context) ?? { to: at };
  const { send, parting } = stateAt(at);
  if (parting) return { to: "menu.choose", quiet: true, say: parting(context) };
  if (send?.(context)) return leaving({ to: "finish.ask", data: { back: at, kept: data } }, session);
  return leaving({ to: "menu.choose", ...(send ? { say: [{ key: "finish.nothing" }] } : {}) }, session);
}

const hint = (session: Session): Text[] => {
  const key = stateAt(session.at).hint;
  return key ? [{ key }] : [];
};

/** A flow that keeps drafts keeps one when the subject changes. */
function leaving(step: Step, session: Session): Step {
  const flow = flowNamed(session.at);
  if (!flow.keepsDraft || flowOf(step.to) === flow.name) return step;
  const drafts = { ...session.drafts, [flow.name]: { at: session.at, data: session.data } };
  return { ...step, session: { ...step.session, drafts } };
}

const stale = ({ at }: Session): Step => ({ to: at, say: [{ key: "common.oldButton" }] });

/** A number that nothing bears is answered with those that something does. */
function notUnderstood({ text }: TextContent, context: Context): Step {
  const { at } = context.session;
  const most = optionsOf(stateAt(at), context).length;
  const isNumber = most > 1 && /^\d{1,3}$/.test(plainText(text));
  return {
    to: at,
    wrong: isNumber
      ? { key: "common.noSuchChoice", values: { most } }
      : { key: isAngry(text) ? "common.sorry" : "common.notUnderstood" },
  };
}

/** A voice is kept for an officer wherever it comes: whoever speaks may not be able to write. */
function spoken(content: Content, session: Session): Step | undefined {
  const files = filesIn(content).filter(({ kind }) => kind === "voice");
  if (files.length === 0) return undefined;
  return leaving({ to: "officer.ask", data: { files }, say: [{ key: "files.voice" }] }, session);
}

/** What we cannot use is said once a day, not at every sticker. */
function polite(content: Content, session: Session, now: number): Step {
  const said = session.politeAt !== undefined && now - session.politeAt < DAY;
  if (said) return { to: session.at, quiet: true };
  const key = filesIn(content).length > 0 ? "files.notHere" : "common.cannotUse";
  return { to: session.at, quiet: true, say: [{ key }], session: { politeAt: now } };
}
