import type { z } from "zod";
import type { Kind } from "./kinds.ts";
import { LISTS } from "./lists.ts";

type Topic = keyof typeof LISTS;
type MadeOf<List> = List extends Kind<infer Made> ? Made : never;

/** The words of all languages together, because citizens mix languages. */
export type Words = {
  readonly [T in Topic]: { readonly [L in keyof (typeof LISTS)[T]]: MadeOf<(typeof LISTS)[T][L]> };
};

export type WordFile = { topic: string; lists: Record<string, unknown> };

const TOPICS = Object.keys(LISTS) as Topic[];

const listsOf = (topic: string): Readonly<Record<string, Kind<unknown>>> | undefined =>
  Object.hasOwn(LISTS, topic) ? LISTS[topic as Topic] : undefined;

/** Each problem begins with the name of its list. */
export function readWordFile(topic: string, content: unknown): { lists: Record<string, unknown>; problems: string[] } {
  const kinds = listsOf(topic);
  if (!kinds) return { lists: {}, problems: [`no such topic; there are ${TOPICS.join(", ")}`] };
  if (typeof content !== "object" || content === null || Array.isArray(content))
    return { lists: {}, problems: ["must hold lists by their names"] };
  const lists: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, list] of Object.entries(content)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) {
      problems.push(`${name}: no such list; there are ${Object.keys(kinds).join(", ")}`);
      continue;
    }
    const read = kind.schema.safeParse(list);
    if (read.success) lists[name] = read.data;
    else problems.push(...read.error.issues.map((issue) => describeProblem(name, issue)));
  }
  return { lists, problems };
}

const describeProblem = (name: string, { path, message }: z.core.$ZodIssue): string =>
  `${[name, ...path].join(".")}: ${message}`;

export function makeWords(files: readonly WordFile[]): Words {
  const listsNamed = (topic: string, name: string): unknown[] =>
    files.flatMap((file) => (file.topic === topic && file.lists[name] !== undefined ? [file.lists[name]] : []));
  const made = Object.entries(LISTS).map(([topic, kinds]) => {
    /** `{drank}` names a list of the same topic, `{answers.no}` the list `no` of the topic `answers`. */
    const wordsNamed = (reference: string): string[] => {
      const [of, name] = reference.includes(".") ? reference.split(".") : [topic, reference];
      const words = listsNamed(of ?? "", name ?? "").flat() as string[];
      if (words.length === 0) throw new Error(`${topic}: no words in {${reference}}`);
      return words;
    };
    const lists = Object.entries(kinds as Record<string, Kind<unknown>>).map(([name, kind]) => [
      name,
      kind.merge(listsNamed(topic, name), wordsNamed),
    ]);
    return [topic, Object.fromEntries(lists)];
  });
  return Object.fromEntries(made);
}
