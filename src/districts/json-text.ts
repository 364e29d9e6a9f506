import { defined } from "../defined.ts";
import type { Located } from "./located-json.ts";

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|($))/y;

/** The message begins with `FILE:LINE`. */
export class PackTextError extends Error {}

type Token = { line: number; mark?: string; text?: string; word?: string };

/** Throws PackTextError for invalid JSON, or for a field that occurs twice. */
export function readLocatedJson(text: string, file: string): Located {
  const tokens = readTokens(text.replace(/^\uFEFF/, ""), file);
  let at = 0;
  const last = tokens.length - 1;
  const next = (): Token => tokens[Math.min(at++, last)] as Token;
  const fail = ({ line }: Token, why: string) => new PackTextError(`${file}:${line}: is no JSON: ${why}`);
  const expect = (mark: string) => {
    const token = next();
    if (token.mark !== mark) throw fail(token, `a ${mark} is missing before this`);
  };

  function readValue(): Located {
    const token = next();
    const place = `${file}:${token.line}`;
    if (token.text !== undefined || token.word !== undefined)
      return { at: place, value: JSON.parse(token.text ?? token.word ?? "") };
    if (token.mark === "[") return { at: place, items: readItems("]", readValue) };
    if (token.mark !== "{") throw fail(token, "a value is missing here");
    const fields = new Map<string, Located>();
    readItems("}", () => {
      const name = next();
      if (name.text === undefined) throw fail(name, "a field's name in quotes is missing here");
      const key: string = JSON.parse(name.text);
      if (fields.has(key)) throw new PackTextError(`${file}:${name.line}: ${key} stands there twice`);
      expect(":");
      fields.set(key, readValue());
    });
    return { at: place, fields };
  }

  function readItems<T>(end: string, one: () => T): T[] {
    const found: T[] = [];
    if (tokens[at]?.mark === end) {
      at += 1;
      return found;
    }
    for (;;) {
      found.push(one());
      const token = next();
      if (token.mark === end) return found;
      if (token.mark !== ",") throw fail(token, `a comma or ${end} is missing before this`);
    }
  }

  const read = readValue();
  const rest = next();
  if (rest.mark !== "") throw fail(rest, "something stands behind its end");
  return read;
}

function readTokens(text: string, file: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  let line = 1;
  for (;;) {
    const from = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) {
      const before = /^\s*/.exec(text.slice(from))?.[0] ?? "";
      throw new PackTextError(
        `${file}:${line + breaksIn(before)}: is no JSON: what begins here is neither text in quotes nor a number`,
      );
    }
    const [whole, mark, quoted, word, end] = found;
    line += breaksIn(whole);
    if (end !== undefined) {
      tokens.push({ line, mark: "" });
      return tokens;
    }
    tokens.push({
      line,
      ...defined({ mark, text: quoted, word }),
    });
  }
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}
