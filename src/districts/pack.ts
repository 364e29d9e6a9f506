import type { z } from "zod";
import { type District, DistrictFile, Office } from "../register/district.ts";
import { Programme, type Sourced } from "../register/programme.ts";
import { ReasonText } from "../register/reasons.ts";
import { StatusWords } from "../register/status-words.ts";
import { REASONS, type Reason } from "../vocabulary/lists.ts";
import { type AnswerEntries, readAnswers } from "./answers.ts";
import { addNicknames, loadDistrictAreas, markEverydayNames } from "./areas.ts";
import { withOwnSource } from "./own-source.ts";
import type { PackRoot } from "./pack-files.ts";
import { pathsBelow } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { type Entry, readList, readObject } from "./read-pack.ts";
import { describeUnknown } from "./unknown-district.ts";
import { readUrgentHelp, type UrgentEntries, urgentHelpOf } from "./urgent-help.ts";

/** The other fields keep each fact with its place in the files. */
export type Pack = {
  district: District;
  file: Entry<z.infer<typeof DistrictFile>>;
  programmes: Entry<Programme>[];
  reasons: Entry<ReasonText>[];
  offices: Entry<Office>[];
  urgent: UrgentEntries;
  answers: AnswerEntries;
  statusWords: Entry<StatusWords>[];
};

/** Returns `undefined` for an unknown district, or if `district.json` cannot be read. */
export function readPack(root: PackRoot, id: string, problems: Problems): Pack | undefined {
  const unknown = describeUnknown(root, id);
  if (unknown !== undefined) {
    problems.push(`district ${unknown}`);
    return undefined;
  }
  const file = readObject(root, `${id}/district.json`, DistrictFile, problems);
  if (!file) return undefined;
  const { value, node } = file;
  if (value.id !== id) problems.push(`${node.at}: id is ${value.id}, the folder is ${id}`);
  const named = loadDistrictAreas(root, value.code, problems);
  if (named.length === 0) problems.push(`${node.at}: code ${value.code} has no areas`);
  else if (named.every(({ kind }) => kind === "kecamatan"))
    problems.push(
      `${node.at}: code ${value.code} has no villages; \`npx --no sapa areas add FILE\` takes them from a list`,
    );
  const areas = addNicknames(root, id, markEverydayNames(root, id, named, problems), problems);
  const codes = new Set([value.code, ...areas.map(({ code }) => code)]);
  const sourced = <T extends Sourced>(entry: Entry<T>) => withOwnSource(entry, value.agency.name);
  const { texts, knowledge } = readAnswers(root, id, problems);
  const read = {
    programmes: readList(root, pathsBelow(`${id}/programmes.json`), Programme, problems).map(sourced),
    reasons: readReasons(root, id, problems).map(sourced),
    offices: readOffices(root, id, codes, problems),
    urgent: readUrgentHelp(root, id, problems),
    answers: { texts: mapValues(texts, sourced), knowledge: mapValues(knowledge, sourced) },
    statusWords: readStatusWords(root, id, problems),
  };
  const district: District = {
    ...value,
    areas,
    programmes: read.programmes.map((one) => one.value),
    reasons: Object.fromEntries(read.reasons.map((one) => [one.value.reason, one.value])) as Record<Reason, ReasonText>,
    urgent: urgentHelpOf(read.urgent),
    statusWords: read.statusWords.map((one) => one.value),
    offices: read.offices.map((one) => one.value),
    answers: valuesOf(read.answers.texts),
    knowledge: valuesOf(read.answers.knowledge),
  };
  return { district, file, ...read };
}

function readReasons(root: PackRoot, id: string, problems: Problems): Entry<ReasonText>[] {
  const texts = readList(root, pathsBelow(`${id}/reasons.json`), ReasonText, problems);
  const missing = REASONS.filter((reason) => !texts.some(({ value }) => value.reason === reason));
  if (missing.length > 0) problems.push(`national/reasons.json: no text for ${missing.join(", ")}`);
  return texts;
}

function readOffices(root: PackRoot, id: string, codes: ReadonlySet<string>, problems: Problems): Entry<Office>[] {
  const offices = readList(root, [`${id}/offices.csv`], Office, problems);
  if (offices.length === 0) problems.push(`${id}/offices.csv: has no office`);
  for (const { node, value } of offices) {
    if (!codes.has(value.area)) problems.push(`${node.at}: ${value.id}: area ${value.area} is not of this district`);
  }
  return offices;
}

function readStatusWords(root: PackRoot, id: string, problems: Problems): Entry<StatusWords>[] {
  const paths = ["national/status-words.json", `${id}/status-words.json`];
  return paths.flatMap((path) => readObject(root, path, StatusWords, problems) ?? []);
}

const mapValues = <T>(entries: ReadonlyMap<string, T>, change: (one: T) => T): Map<string, T> =>
  new Map([...entries].map(([name, one]) => [name, change(one)]));

const valuesOf = <T>(entries: ReadonlyMap<string, Entry<T>>): Record<string, T> =>
  Object.fromEntries([...entries].map(([name, { value }]) => [name, value]));
