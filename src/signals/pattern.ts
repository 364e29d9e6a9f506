export type Pattern =
  | { kind: "word"; form: string }
  | { kind: "gap"; most: number }
  | { kind: "sequence"; parts: Pattern[] }
  | { kind: "choice"; options: Pattern[] }
  | { kind: "concept"; name: string; of: Pattern };

export type Concepts = ReadonlyMap<string, Pattern>;

const GAPS: Record<string, number> = { "..": 4, "...": 8 };

const TOKEN = /\.{2,3}|[(|)]|\{[A-Z_]+\}|[^\s(|){}]+/g;
const WORD = /^(?:~?[\p{L}\p{M}']+|[\p{L}\p{M}']+\*|#|@[a-z]+|\d+)$/u;

/**
 * Parses patterns of the form `words (one|another) beginning* ~root .. {CONCEPT}`; `#` is any number. Throws an Error
 * that names the wrong part.
 */
export function parsePattern(text: string, concepts: Concepts): Pattern {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join("") !== text.replace(/\s+/g, "")) throw new Error(`unreadable: ${text}`);
  let at = 0;

  function options(): Pattern {
    const found: Pattern[] = [sequence()];
    while (tokens[at] === "|") {
      at += 1;
      found.push(sequence());
    }
    return found.length === 1 ? (found[0] as Pattern) : { kind: "choice", options: found };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    for (let token = tokens[at]; token !== undefined && token !== "|" && token !== ")"; token = tokens[at]) {
      at += 1;
      parts.push(part(token));
    }
    return parts.length === 1 ? (parts[0] as Pattern) : { kind: "sequence", parts };
  }

  function part(token: string): Pattern {
    if (token === "(") {
      const inner = options();
      if (tokens[at] !== ")") throw new Error(`no ) in: ${text}`);
      at += 1;
      return inner;
    }
    const most = GAPS[token];
    if (most !== undefined) return { kind: "gap", most };
    if (token.startsWith("{")) {
      const name = token.slice(1, -1);
      const concept = concepts.get(name);
      if (!concept) throw new Error(`unknown concept ${token} in: ${text}`);
      return { kind: "concept", name, of: concept };
    }
    if (token === "di" || token === "dipun") throw new Error(`write the verb whole ("dipotong"), not: ${text}`);
    if (!WORD.test(token)) throw new Error(`not a word: ${token} in: ${text}`);
    return { kind: "word", form: token };
  }

  const pattern = options();
  if (at < tokens.length) throw new Error(`one ) too many in: ${text}`);
  return pattern;
}

/** All calls fill one list, because nested generators slow the start down. */
export function partsOf(pattern: Pattern, found: Pattern[] = []): Pattern[] {
  found.push(pattern);
  if (pattern.kind === "concept") partsOf(pattern.of, found);
  if (pattern.kind === "sequence") for (const part of pattern.parts) partsOf(part, found);
  if (pattern.kind === "choice") for (const option of pattern.options) partsOf(option, found);
  return found;
}
