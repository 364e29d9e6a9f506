import type { Content } from "../../../message.ts";
import type { Context, State, Step } from "../../flow.ts";
import { wordsOf } from "../../normalise.ts";
import { PERSON } from "../../understanding/rules.ts";
import type { CheckData } from "./data.ts";
import { askedFor, cannotOpen } from "./number-page.ts";
import { type Typed, typedNik, writtenNumbers } from "./numbers.ts";
import { proofTyped } from "./proof.ts";

type Here = Context<CheckData>;

/** Takes a NIK, and at once the proof when it stands in the same message. */
function nikTyped(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text") return undefined;
  const nik = typedNik(content.text, context.facts);
  if (!nik) return undefined;
  if ("wrong" in nik) return { to: "check.number", wrong: nik.wrong };
  return withProof(nik, content.text, context);
}

function withProof(nik: Typed & { digits: string }, text: string, context: Here): Step<CheckData> {
  const data = { nik: nik.digits };
  const { people } = context.session;
  const known = people.find(({ person }) => person === context.facts.personOf(nik.digits));
  if (people.length > 0 && !known) return { to: "check.for-whom", data };
  const [, second] = writtenNumbers(text);
  const step = second ? proofTyped(second, { ...context, data: { ...context.data, ...data } }) : undefined;
  const next = step ?? { to: "check.proof" };
  return { ...next, data: { ...data, who: known?.who ?? "self", ...next.data } };
}

/** Somebody else, or an explicit new check. */
const OTHERS = new RegExp(`\\b(?:cek|lain|${PERSON})\\b`);

/** A question about aid right behind an answer, or before it, is about the same person: what they have proved or typed still stands. */
function ofTheSame(text: string, { session, data }: Here): Step<CheckData> | undefined {
  if (OTHERS.test(wordsOf(text).join(" "))) return undefined;
  if (session.at === "check.result" && data.found && session.proof?.tier === 2) return { to: "check.result" };
  if (!data.nik) return undefined;
  if (session.at === "check.registered") return { to: "check.proof" };
  return session.at === "check.proof" || session.at === "check.name" ? { to: session.at } : undefined;
}

export const numberStates: Record<string, State<CheckData>> = {
  number: {
    prompt: (context) => [askedFor("check.askNumber", "nik")(context)],
    takes: ["number"],
    hint: "check.numberHint",
    options: (context) => [
      { id: "none", title: { key: "check.noNumber" }, means: "none", to: "check.no-number" },
      ...cannotOpen(context),
    ],
    leadsTo: ["check.no-number", "check.cannot-open", "check.proof", "check.for-whom", "check.looking", "check.number"],
    take: nikTyped,
    enter: (text, context) =>
      text === undefined
        ? { to: "check.number" }
        : (nikTyped({ type: "text", text }, context) ?? ofTheSame(text, context) ?? { to: "check.number" }),
  },
  "no-number": {
    prompt: "check.noNumberHelp",
    options: [
      { id: "card", title: { key: "check.useCard" }, to: "check.card" },
      { id: "have", title: { key: "check.haveNumber" }, to: "check.number" },
      { id: "officer", title: { key: "common.toOfficer" }, means: "none", to: "officer.ask" },
    ],
    leadsTo: [],
  },
  "for-whom": {
    prompt: "check.askForWhom",
    options: [
      { id: "self", title: { key: "check.whoSelf" }, to: "check.proof", data: { who: "self" } },
      { id: "family", title: { key: "check.whoFamily" }, to: "check.proof", data: { who: "family" } },
      { id: "helped", title: { key: "check.whoHelped" }, to: "check.proof", data: { who: "helped" } },
    ],
    leadsTo: [],
  },
};
