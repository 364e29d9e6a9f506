/**
 * Masks a name, so that its owner recognises it and nobody else learns it: only the first letter of each word stays.
 * `Siti Aminah` is `S••• A•••••`.
 */
export function maskName(name: string): string {
  return name
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      const [first = "", ...rest] = word;
      return first + "•".repeat(Math.min(rest.length, 7));
    })
    .join(" ");
}
