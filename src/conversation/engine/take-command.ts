import type { Command } from "../understanding/commands.ts";
import { plainText } from "../understanding/normalise.ts";
import { additionIn } from "./add-to-report.ts";
import { dropDraft } from "./drop-draft.ts";
import { nothingSentTexts, unsentTexts } from "./filed-report.ts";
import { type Context, enterState, flowOf, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { changeLanguage } from "./language-offer.ts";
import { hintOf, optionsOf } from "./prompt.ts";
import type { Session } from "./session.ts";
import { takeOption } from "./take-choice.ts";
import { isAnswering } from "./ticket-answer.ts";
import { toldInDraft } from "./told.ts";

export function takeCommand(command: Command, context: Context): Step {
  const { session, facts } = context;
  switch (command.command) {
    case "menu":
      return keepDraft({ to: "menu.choose" }, context);
    case "aid-or-help":
      return keepDraft({ to: "menu.choose", say: [{ key: "menu.aidOrHelp" }] }, context);
    case "emergency":
      return keepDraft(enterState("urgent.pick", wordsOfDraft(session), context), context);
    case "back":
      return { to: session.trail.at(-1) ?? "menu.choose" };
    case "help":
      return {
        to: session.at,
        say: [
          { key: "common.help", values: { agency: facts.district.agency.name } },
          ...hintOf(stateHere(context), context),
        ],
      };
    case "stop": {
      const unsent = stateHere(context).send?.(context) ? unsentTexts(context, "finish.notSent") : [];
      return keepDraft({ to: "menu.choose", say: [{ key: "common.stopped" }, ...unsent], quiet: true }, context);
    }
    case "done":
      return finishHere(context);
    case "officer": {
      const offered = optionsOf(stateHere(context), context).find(({ to, step }) => to === "officer.ask" && step);
      return offered ? takeOption(offered, context) : keepDraft({ to: "officer.ask" }, context);
    }
    case "reports":
      return keepDraft(enterState("track.show", undefined, context), context);
    case "right":
      return keepDraft(enterState("privacy.choose", command.target, context), context);
    case "language": {
      const { target } = command;
      if (!target || !facts.locales.includes(target))
        return keepDraft({ to: "language.choose", data: { back: session.at, kept: session.data } }, context);
      return changeLanguage(target, session);
    }
  }
}

function finishHere(context: Context): Step {
  const { session, flows } = context;
  const { at, data } = session;
  if (isAnswering(context)) return flows.stateAt("reply.done").enter?.(undefined, context) ?? { to: at };
  const { send, parting } = stateHere(context);
  if (parting) return { to: "menu.choose", quiet: true, say: parting(context) };
  if (send?.(context)) return keepDraft({ to: "finish.ask", data: { back: at, kept: data } }, context);
  return keepDraft(
    { to: "menu.choose", ...(send ? { say: nothingSentTexts(context, "finish.nothing") } : {}) },
    context,
  );
}

/** Drafts of complaints stay where they are, because other officers may read them. */
const wordsOfDraft = ({ at, data: { text, confidential } }: Session): string | undefined =>
  ["officer", "menu"].includes(flowOf(at)) && !confidential && typeof text === "string" ? text : undefined;

export const isDraft = (context: Context): boolean => {
  const { send, free } = stateHere(context);
  return send !== undefined || free === true;
};

export const callOff = (context: Context): Step =>
  isDraft(context) ? dropDraft(context) : { to: "menu.choose", say: [{ key: "common.calledOff" }] };

const MOST_WORDS = 10;

/** Takes "eh tidak jadi, mau cek dulu saja" as a cancellation and a new message. */
export function takeChangeOfMind(text: string, context: Context): Step | undefined {
  const { words, signals } = context.facts;
  const plain = plainText(text);
  const isShort = plain.split(" ").length <= MOST_WORDS;
  if (!isDraft(context) || !isShort || !words.report.changesMind.isIn(plain)) return undefined;
  if (signals(text).some((signal) => signal !== "fear")) return undefined; // a citizen in fear may cancel a report
  const rest = words.report.changesMind.replacedIn(plain, "").trim();
  const off = callOff(context);
  if (!rest || additionIn(rest, words) === "") return off;
  const told = toldInDraft(context.session, context.facts.now);
  return { ...off, session: { ...off.session, told }, quiet: true, reread: { type: "text", text: rest } };
}
