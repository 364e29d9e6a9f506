import type { Content } from "../../vocabulary/message.ts";
import type { Facts } from "./facts.ts";
import type { Flows, Step } from "./flow.ts";
import type { Session } from "./session.ts";

/** Why a code opened nothing. */
export type CodeRefused = { outcome: "wrong"; left: number } | { outcome: "elsewhere" } | { outcome: "over" };

/** A deep link's payload that carries a code. */
const STARTED = /^kode-(\d{6})$/;
const NAMED = /^(\p{L}+)\s*:?\s*(\d{3})[\s.-]?(\d{3})$/u;
const BARE = /^(\d{3})[\s.-]?(\d{3})$/;

/** The payload and the words by which a page's button sends its code. */
export const codePayload = (code: string): string => `kode-${code}`;
export const codeWords = (code: string): string => `KODE ${code}`;

/** The code if the whole message is one; in a state that wants free words, bare digits are not read as a code. */
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

/**
 * Says why a code opened nothing; the chat stays in its state. If the page has ended, the state's prompt gives a new
 * page.
 */
export function sayCodeRefused(refused: CodeRefused, { at }: Session): Step {
  if (refused.outcome === "elsewhere") return { to: at, quiet: true, say: [{ key: "check.codeElsewhere" }] };
  if (refused.outcome === "over") return { to: at, say: [{ key: "check.codeOver" }] };
  const { left } = refused;
  if (left === 0) return { to: at, say: [{ key: "check.codeVoid" }] };
  return { to: at, quiet: true, say: [{ key: "check.codeWrong", values: { left } }] };
}
