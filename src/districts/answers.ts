import { Answer, DOORS, isDoor, OfficeAnswer } from "../register/answer.ts";
import { TOPICS } from "../vocabulary/lists.ts";
import { listJsonNames, type PackRoot, packsOf } from "./pack-files.ts";
import { ANSWERS, pathsBelow, shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { type Entry, readObject } from "./read-pack.ts";
import { nearestNote } from "./unknown-district.ts";

/** The code finds `texts` by name, and citizens' questions lead to `knowledge`. */
export type AnswerEntries = { texts: Map<string, Entry<OfficeAnswer>>; knowledge: Map<string, Entry<Answer>> };

export function readAnswers(root: PackRoot, id: string, problems: Problems): AnswerEntries {
  const folders = ["national", id].map((folder) => `${folder}/answers`);
  const names = folders.flatMap((folder) => listJsonNames(root, folder));
  const { shipped } = packsOf(root);
  const known = folders.flatMap((folder) => listJsonNames(shipped, folder));
  const read: AnswerEntries = { texts: new Map(), knowledge: new Map() };
  for (const name of new Set(names.sort())) {
    const path = `${id}/answers/${name}.json`;
    if (!shapeOf(path)) continue;
    if (ANSWERS.includes(name)) {
      const text = readObject(root, pathsBelow(path), OfficeAnswer, problems, known);
      if (text) read.texts.set(name, text);
    } else {
      const answer = readObject(root, pathsBelow(path), Answer, problems, known);
      if (answer) read.knowledge.set(name, answer);
    }
  }
  noteGaps(read.knowledge, names, problems);
  return read;
}

function noteGaps(knowledge: AnswerEntries["knowledge"], names: readonly string[], problems: Problems): void {
  const missing = TOPICS.filter((topic) => !names.includes(topic));
  if (missing.length > 0) problems.push(`national/answers: no answer for ${missing.join(", ")}`);
  for (const { node, value } of knowledge.values()) {
    const strange = value.next.filter((name) => !isDoor(name) && !names.includes(name));
    for (const name of strange) {
      problems.push(`${node.at}: next: there is no answer ${name}${nearestNote(name, [...DOORS, ...names])}`);
    }
  }
}
