/** `Siti Aminah` becomes `S••• A•••••`: the person recognises the name, and other readers do not learn it. */
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
