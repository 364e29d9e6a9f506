import type { Context, Step } from "../../engine/flow.ts";
import type { CheckData } from "./data.ts";
import { isSlipOf } from "./nik-or-card.ts";
import { takeProof } from "./take-proof.ts";

type Here = Context<CheckData>;

export function askProof(nik: string, second: string | undefined, context: Here): Step<CheckData> {
  const data = { nik, asked: [], kept: undefined, before: undefined, second: undefined, secondCard: undefined };
  const { people } = context.session;
  const known = people.find(({ person }) => person === context.facts.personOf(nik));
  const { who } = context.session.told ?? {};
  if (people.length > 0 && !known && !who)
    return { to: "check.for-whom", data: { ...data, kept: second ?? context.data.kept } };
  const again = second || context.data.kept ? undefined : cardAgain(nik, context);
  const card = second ?? context.data.kept ?? again;
  const step = card ? takeProof(card, { ...context, data: { ...context.data, ...data } }) : undefined;
  const next = step ?? { to: "check.proof" as const };
  const say = again ? { say: [{ key: "check.cardAgain" }] } : {};
  return { ...next, ...say, data: { ...data, who: known?.who ?? who ?? "self", ...next.data } };
}

/** Returns the family card's number that the citizen typed before with a mistyped NIK. */
function cardAgain(nik: string, { data }: Here): string | undefined {
  const { nik: before, kk } = data.before ?? data;
  return before !== undefined && before !== nik && isSlipOf(nik, before) ? kk : undefined;
}
