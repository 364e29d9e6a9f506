import type { Office } from "../../register/district.ts";
import type { Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Facts } from "../engine/facts.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";

const WEEK: readonly string[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

export function openingTexts(said: string, offices: readonly Office[], { words, today }: Facts): Text[] {
  const plain = plainText(said);
  if (!holdsWord(plain, words.offices.opens)) return [];
  const day = dayIn(plain, today, words);
  const known = offices.filter(({ hours }) => hours !== "");
  const unknown = offices.filter(({ hours, kind }) => hours === "" && kind === "dinsos");
  return [
    ...known.map(({ name, hours }): Text => {
      const opens = hours === "" || day === undefined ? "any" : openDays(hours.id ?? "", words).has(day) ? "yes" : "no";
      return { key: `offices.opens.${opens}`, values: { name, hours: hours === "" ? "" : { words: hours } } };
    }),
    ...(known.length === 0 ? unknown : []).map(({ name }) => ({ key: "offices.opens.unknown", values: { name } })),
  ];
}

/** Returns an index in `WEEK`; "minggu depan" means next week, not Sunday. */
function dayIn(plain: string, today: string, { offices: { days, ofAWeek } }: Words): number | undefined {
  const said = plain.split(" ");
  const at = said.findIndex((word, index) => days.has(word) && !ofAWeek.has(said[index + 1] ?? ""));
  const name = days.get(said[at] ?? "");
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  if (name === "today") return now;
  return name === "tomorrow" ? (now + 1) % 7 : name && WEEK.indexOf(name);
}

/** Reads hours such as "Senin–Kamis 08.00–14.00, Sabtu 09.00–12.00". */
function openDays(hours: string, { offices: { days } }: Words): ReadonlySet<number> {
  const spans = hours.split(/[,;]/).map((span) =>
    plainText(span)
      .split(" ")
      .flatMap((word) => {
        const at = WEEK.indexOf(days.get(word) ?? "");
        return at < 0 ? [] : [at];
      }),
  );
  return new Set(
    spans.flatMap(([from, to = from]) => (from === undefined || to === undefined ? [] : daysTo(from, to))),
  );
}

const daysTo = (from: number, to: number): number[] =>
  Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
