import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Calendar } from "../complaints/deadline.ts";
import { AppError } from "../errors.ts";
import { type District, DistrictFile, Office, OfficeAnswer } from "../register/district.ts";
import { IsoDate, Programme } from "../register/programme.ts";
import { REASONS, type Reason, ReasonText } from "../register/reasons.ts";
import { StatusWords } from "../register/status-words.ts";
import { loadDistrictAreas } from "./areas.ts";
import { type Problems, readFolder, readJson, readRows } from "./read-pack.ts";
import { loadUrgentHelp, signedParts } from "./urgent-help.ts";

const NATIONAL = "national";

/** Ids of every pack under `root`. */
export function listDistrictIds(root: string): string[] {
  return readdirSync(root).filter((name) => existsSync(join(root, name, "district.json")));
}

/** Loads packs, national words first and the district's own over them; throws DISTRICT_INVALID naming every problem. */
export function loadDistricts(root: string, ids: readonly string[]): District[] {
  const problems: Problems = [];
  const districts = ids.flatMap((id) => loadDistrict(root, id, problems) ?? []);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", problems.join("\n"));
  return districts;
}

/** Loads one pack and notes what is wrong with it. */
export function loadDistrict(root: string, id: string, problems: Problems): District | undefined {
  const known = listDistrictIds(root);
  if (!known.includes(id)) {
    problems.push(`district ${id} is not known; there are ${known.join(", ")}`);
    return undefined;
  }
  const folder = join(root, id);
  const file = readJson(join(folder, "district.json"), DistrictFile, problems);
  if (!file) return undefined;
  if (file.id !== id) problems.push(`${folder}/district.json: id is ${file.id}, the folder is ${id}`);
  const areas = loadDistrictAreas(root, file.code);
  if (areas.length === 0) problems.push(`${folder}/district.json: code ${file.code} has no areas`);
  return {
    ...file,
    areas,
    programmes: programmesOf(root, folder, problems),
    reasons: reasonsOf(root, folder, problems),
    urgent: loadUrgentHelp(join(root, NATIONAL), folder, problems),
    statusWords: statusWordsOf(root, folder, problems),
    offices: officesOf(folder, new Set([file.code, ...areas.map(({ code }) => code)]), problems),
    answers: readFolder(join(folder, "answers"), OfficeAnswer, problems),
  };
}

function programmesOf(root: string, folder: string, problems: Problems): Programme[] {
  const read = (path: string) => readJson(join(path, "programmes.json"), z.array(Programme), problems) ?? [];
  const byCode = new Map([...read(join(root, NATIONAL)), ...read(folder)].map((one) => [one.code, one]));
  return [...byCode.values()];
}

function reasonsOf(root: string, folder: string, problems: Problems): Record<Reason, ReasonText> {
  const path = join(root, NATIONAL, "reasons.json");
  const own = join(folder, "reasons.json");
  const texts = [
    ...(readJson(path, z.array(ReasonText), problems) ?? []),
    ...(existsSync(own) ? (readJson(own, z.array(ReasonText), problems) ?? []) : []),
  ];
  const byReason = new Map(texts.map((text) => [text.reason, text]));
  const missing = REASONS.filter((reason) => !byReason.has(reason));
  if (missing.length > 0) problems.push(`${path}: no text for ${missing.join(", ")}`);
  return Object.fromEntries(byReason) as Record<Reason, ReasonText>;
}

function statusWordsOf(root: string, folder: string, problems: Problems): StatusWords[] {
  const own = join(folder, "status-words.json");
  const paths = [join(root, NATIONAL, "status-words.json"), ...(existsSync(own) ? [own] : [])];
  return paths.flatMap((path) => readJson(path, StatusWords, problems) ?? []);
}

/** The column names of a usual export, theirs -> ours; throws BAD_REQUEST naming those that ship. */
export function loadLayout(root: string, name: string): Record<string, string> {
  const layouts = readFolder(join(root, NATIONAL, "layouts"), z.record(z.string(), z.string()), []);
  const layout = layouts[name];
  if (layout) return layout;
  throw new AppError("BAD_REQUEST", `no layout ${name}; there are ${Object.keys(layouts).sort().join(", ")}`);
}

function officesOf(folder: string, codes: ReadonlySet<string>, problems: Problems): Office[] {
  const path = join(folder, "offices.csv");
  const offices = readRows(
    path,
    ({ hours_id, hours_en, ...row }) => ({ ...row, hours: hoursOf(hours_id, hours_en) }),
    Office,
    problems,
  );
  for (const { id, area } of offices)
    if (!codes.has(area)) problems.push(`${path}: ${id}: area ${area} is not of this district`);
  return offices;
}

const hoursOf = (id = "", en = "") => (id === "" ? "" : { id, ...(en === "" ? {} : { en }) });

/** National holidays and joint leave; offices are closed on these days. */
export function loadCalendar(root: string): Calendar {
  const problems: Problems = [];
  const days = readRows(join(root, NATIONAL, "holidays.csv"), (row) => row, z.object({ date: IsoDate }), problems);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", problems.join("\n"));
  return { holidays: new Set(days.map(({ date }) => date)) };
}

/** What is wrong with a pack, and which of its texts no office has signed off. */
export function checkDistrict(root: string, id: string): { problems: string[]; unsigned: string[] } {
  const problems: Problems = [];
  const district = loadDistrict(root, id, problems);
  if (!district) return { problems, unsigned: [] };
  const texts = [
    ["agency", district.agency],
    ...district.programmes.map((one) => [`programme ${one.code}`, one] as const),
    ...Object.values(district.reasons).map((one) => [`reason ${one.reason}`, one] as const),
    ...district.offices.map((one) => [`office ${one.id}`, one] as const),
    ...signedParts(district.urgent),
    ...Object.entries(district.answers).map(([name, one]) => [`answer ${name}`, one] as const),
  ] as const;
  const unsigned = texts.flatMap(([name, text]) => (text && !text.signed_off ? [`${name} (${text.owner})`] : []));
  return { problems, unsigned };
}
