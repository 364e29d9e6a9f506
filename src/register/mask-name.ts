/** The brackets around a word and the word inside: `(ALM)`. */
const IN_BRACKETS = /^([([]*)(.*?)([)\]]*)$/su;

/**
 * `Siti Aminah (Alm)` becomes `S••• A••••• (A••)`: the person recognises the name, and other readers do not learn it.
 */
export function maskName(name: string): string {
  return name
    .split(/\s+/u)
    .filter(Boolean)
    .map((written) => {
      const [, opening = "", word = "", closing = ""] = IN_BRACKETS.exec(written) ?? [];
      const [first = "", ...rest] = word;
      return opening + first + "•".repeat(Math.min(rest.length, 7)) + closing;
    })
    .join(" ");
}
