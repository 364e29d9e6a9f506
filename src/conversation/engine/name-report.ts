import { withoutPoliteness } from "../understanding/commands.ts";
import { plainText } from "../understanding/normalise.ts";
import { asksSomething } from "../understanding/question-words.ts";
import { type Context, flowOf, type Step } from "./flow.ts";

const OWN_DEATHS: ReadonlySet<string> = new Set(["urgent", "repair", "ticket", "officer", "reply"]);

export function reportDeath(text: string, context: Context): Step | undefined {
  const isNamed =
    context.facts.words.repair.reportsDeath.isIn(plainText(text)) && !asksSomething(text, context.facts.words);
  return isNamed && !OWN_DEATHS.has(flowOf(context.session.at)) ? { to: "repair.report" } : undefined;
}

/** In these flows, "ajukan sanggahan" is an answer or a button. */
const OWN_OBJECTIONS: ReadonlySet<string> = new Set(["urgent", "ticket", "officer", "reply", "complaint"]);

export function objectToDeath(text: string, { session, facts }: Context): Step | undefined {
  const isNamed = facts.words.repair.objects.isIn(plainText(withoutPoliteness(text, facts.words)));
  if (!isNamed || OWN_OBJECTIONS.has(flowOf(session.at))) return undefined;
  const told = session.told?.text ?? "";
  if (!facts.signals(told).includes("living-said-dead")) return { to: "repair.contest" };
  return { to: "ticket.collect", data: { category: "listed-dead", reason: "MENINGGAL", text: told } };
}
