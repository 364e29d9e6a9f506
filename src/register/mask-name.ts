/** A name that its owner recognises and a stranger does not learn: the first letter of each word. `Siti Aminah` is `S••• A•••••`. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      const [first = "", ...rest] = word;
      return first + "•".repeat(Math.min(rest.length, 7));
    })
    .join(" ");
}
