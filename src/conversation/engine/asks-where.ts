import type { Topic } from "../../vocabulary/lists.ts";
import { plainText, wordsOf } from "../understanding/normalise.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Context } from "./flow.ts";

const IN_DIRECTORY: ReadonlySet<string | undefined> = new Set<Topic | undefined>([
  "puskesos",
  "pillars",
  "institutions",
]);

export function asksWhere(
  { extracted: { answer, places = [] } }: Understanding,
  text: string,
  { facts }: Context,
): boolean {
  const whole = plainText(facts.district.name).split(" ").at(-1);
  const isPlace = places.some(({ name }) => plainText(name) !== whole);
  return (
    IN_DIRECTORY.has(answer) &&
    isPlace &&
    wordsOf(text, facts.words).some((word) => facts.words.questions.where.has(word))
  );
}
