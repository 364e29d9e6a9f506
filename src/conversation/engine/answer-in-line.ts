import { type District, ownOffices } from "../../register/district.ts";
import type { Value } from "../../vocabulary/message.ts";
import type { Context, Step } from "./flow.ts";

const WARNS_OF_FRAUD = "answers.hoax";

export function answerInLine(key: string, { session, facts }: Context): Step {
  const { district } = facts;
  const greeted = key === "common.hello" && session.notice?.at === facts.now;
  if (greeted) return { to: session.at };
  const answer = key.startsWith("answers.") ? district.answers[key.slice("answers.".length)] : undefined;
  const text = answer ? { words: answer.words } : { key, values: valuesOf(district) };
  const warned = key === WARNS_OF_FRAUD ? { session: { fraudAt: facts.now } } : undefined;
  return { to: session.at, say: [text], ...warned };
}

function valuesOf(district: District): Record<string, Value> {
  const { agency } = district;
  const own = ownOffices(district);
  const line = (key: string, facts: string[]): Value => {
    const value = facts.filter((one) => one !== "").join("; ");
    return value ? { key, values: { value } } : "";
  };
  return {
    agency: agency.name,
    official: agency.official.join(", "),
    address: line(
      "answers.address",
      own.map(({ address }) => address),
    ),
    phone: line(
      "answers.phone",
      own.map(({ phone }) => phone),
    ),
  };
}
