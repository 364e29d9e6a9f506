import type { Programme } from "./programme.ts";
import { plainWords } from "./status-words.ts";

/**
 * Maps the plain words of each code, name and alias to the programme's code. Leaves out names that two programmes
 * share.
 */
export function programmeNamesOf(programmes: readonly Programme[]): Map<string, string> {
  const named = programmes.flatMap(({ code, name, aliases }) =>
    [code, ...Object.values(name).filter((text) => text !== undefined), ...aliases].map(
      (text) => [plainWords(text), code] as const,
    ),
  );
  const codes = Map.groupBy(named, ([words]) => words);
  return new Map(named.filter(([words]) => new Set(codes.get(words)?.map(([, code]) => code)).size === 1));
}

/** `BPNT/Sembako` names one programme twice. */
export function programmeNamed(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const whole = names.get(plainWords(text));
  if (whole !== undefined) return whole;
  const parts = text.split(/[/(),+|]/).filter((part) => plainWords(part) !== "");
  const codes = new Set(parts.map((part) => names.get(plainWords(part))));
  return codes.size === 1 ? [...codes][0] : undefined;
}
