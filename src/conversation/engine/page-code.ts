import type { Content } from "../../vocabulary/message.ts";
import type { Facts } from "./facts.ts";
import type { Flows, Step } from "./flow.ts";
import type { Session } from "./session.ts";

export type CodeRefused = { outcome: "wrong"; left: number } | { outcome: "elsewhere" } | { outcome: "over" };

const STARTED = /^kode-(\d{6})$/;
const NAMED = /^(\p{L}+)\s*:?\s*(\d{3})[\s.-]?(\d{3})$/u;
const BARE = /^(\d{3})[\s.-]?(\d{3})$/;

/** The number page's button sends this payload or `codeWords`. */
export const codePayload = (code: string): string => `kode-${code}`;
export const codeWords = (code: string): string => `KODE ${code}`;

export function codeIn(content: Content, { at }: Session, facts: Facts, { stateAt }: Flows): string | undefined {
  if (!facts.numberPage) return undefined;
  if (content.type === "start") return STARTED.exec(content.payload ?? "")?.[1];
  if (content.type !== "text") return undefined;
  const text = content.text.trim();
  const [, name = "", ...named] = NAMED.exec(text) ?? [];
  const [, ...bare] = (stateAt(at).free === true ? undefined : BARE.exec(text)) ?? [];
  const [first, second] = facts.words.commands.code.has(name.toLowerCase()) ? named : bare;
  return first && second ? first + second : undefined;
}

/** If the page has ended, the state's prompt gives a new page. */
export function sayCodeRefused(refused: CodeRefused, { at }: Session): Step {
  if (refused.outcome === "elsewhere") return { to: at, quiet: true, say: [{ key: "check.codeElsewhere" }] };
  if (refused.outcome === "over") return { to: at, say: [{ key: "check.codeOver" }] };
  const { left } = refused;
  if (left === 0) return { to: at, say: [{ key: "check.codeVoid" }] };
  return { to: at, quiet: true, say: [{ key: "check.codeWrong", values: { left } }] };
}
