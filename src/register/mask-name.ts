const IN_BRACKETS = /^([([]*)(.*?)([)\]]*)$/su;

/** Turns `Siti Aminah (Alm)` into `S••• A••••• (A••)`: the person recognises the name, but other readers do not. */
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
