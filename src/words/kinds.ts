import { z } from "zod";
import { compilePhrases, type ListNamed, type Phrases, sourceOf } from "./phrase.ts";

/** `merge` makes one value from the lists of all languages. */
export type Kind<Made> = {
  schema: z.ZodType;
  merge(lists: readonly unknown[], listNamed: ListNamed): Made;
};

const Plain = z
  .string()
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}.']+(?: [\p{Ll}\p{Lo}\p{N}.']+)*$/u,
    "must be words in small letters, one space between two",
  );
/** Words separated by spaces, or an array if an entry has several words. */
const List = z.union([Plain.transform((words) => words.split(" ")), z.array(Plain)], {
  error: "must be words in small letters with one space between two, or an array of such",
});

export const words: Kind<ReadonlySet<string>> = {
  schema: List,
  merge: (lists) => new Set((lists as string[][]).flat()),
};

const anyList: ListNamed = () => ["word"];

const checkPhrase = (phrase: string, context: z.RefinementCtx): void => {
  try {
    sourceOf(phrase, anyList);
  } catch (thrown) {
    context.addIssue({ code: "custom", message: thrown instanceof Error ? thrown.message : "no phrase" });
  }
};

export const phrases: Kind<Phrases> = {
  schema: z.array(z.string().superRefine(checkPhrase)),
  merge: (lists, listNamed) => compilePhrases((lists as string[][]).flat(), listNamed),
};

/** Wordings that phrases name: `{people}` stands for "anak*|bocah*|(wong tuwo)". */
export const parts: Kind<readonly string[]> = {
  schema: z.array(z.string().superRefine((part, context) => checkPhrase(`(${part})`, context))),
  merge: (lists) => (lists as string[][]).flat(),
};

export const wordsByName = <Name extends string>(...names: readonly Name[]): Kind<ReadonlyMap<string, Name>> => ({
  schema: z.strictObject(Object.fromEntries(names.map((name) => [name, List.optional()]))),
  merge: (lists) => invert(lists) as ReadonlyMap<string, Name>,
});

export const setsByName = <Name extends string>(
  ...names: readonly Name[]
): Kind<Readonly<Record<Name, ReadonlySet<string>>>> => ({
  schema: z.strictObject(Object.fromEntries(names.map((name) => [name, List.optional()]))),
  merge: (lists) =>
    Object.fromEntries(
      names.map((name) => [name, new Set((lists as Record<string, string[]>[]).flatMap((list) => list[name] ?? []))]),
    ) as unknown as Record<Name, ReadonlySet<string>>,
});

export const wordsByCode: Kind<ReadonlyMap<string, string>> = {
  schema: z.record(z.string().regex(/^[a-z]{2,3}$/, "must be a language's code"), List),
  merge: (lists) => invert(lists),
};

/** Maps each language's code to its words; a word may stand under several codes. */
export const setsByCode: Kind<ReadonlyMap<string, ReadonlySet<string>>> = {
  schema: wordsByCode.schema,
  merge: (lists) => {
    const entries = (lists as Record<string, string[]>[]).flatMap((list) => Object.entries(list));
    const byCode = Map.groupBy(entries, ([code]) => code);
    return new Map([...byCode].map(([code, own]) => [code, new Set(own.flatMap(([, forms]) => forms))]));
  },
};

export const setsByWord: Kind<ReadonlyMap<string, ReadonlySet<string>>> = {
  schema: z.record(Plain, List),
  merge: setsByCode.merge,
};

/** Maps each form to a word, and each word to itself. */
export const readings: Kind<ReadonlyMap<string, string>> = {
  schema: z.record(Plain, List),
  merge: (lists) =>
    new Map(
      (lists as Record<string, string[]>[]).flatMap((list) =>
        Object.entries(list).flatMap(([word, forms]) => [word, ...forms].map((form) => [form, word] as const)),
      ),
    ),
};

const invert = (lists: readonly unknown[]): ReadonlyMap<string, string> =>
  new Map(
    (lists as Record<string, string[]>[]).flatMap((list) =>
      Object.entries(list).flatMap(([name, forms]) => forms.map((form) => [form, name] as const)),
    ),
  );

/** Maps each word to the position of its list. */
export const wordsByPosition: Kind<ReadonlyMap<string, number>> = {
  schema: z.array(List),
  merge: (lists) =>
    new Map(
      (lists as string[][][]).flatMap((list) =>
        list.flatMap((forms, index) => forms.map((form) => [form, index] as const)),
      ),
    ),
};

/** Maps the other words of each list to its first word. */
export const wordsByReading: Kind<ReadonlyMap<string, string>> = {
  schema: z.array(List),
  merge: (lists) =>
    new Map(
      (lists as string[][][])
        .flat()
        .flatMap(([first = "", ...others]) => others.map((other) => [other, first] as const)),
    ),
};
