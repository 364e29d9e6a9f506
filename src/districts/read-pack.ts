import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { readCsv } from "./csv.ts";

/** Collects what is wrong with a pack, a line each, so that an office sees everything at once. */
export type Problems = string[];

/** Reads a JSON file; `undefined`, and a problem noted, when it is not there or not what its schema says. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  problems: Problems,
): z.output<Schema> | undefined {
  if (!existsSync(path)) {
    problems.push(`${path}: is missing`);
    return undefined;
  }
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return parsed.data;
    problems.push(...issuesOf(path, parsed.error));
  } catch (error) {
    problems.push(`${path}: ${(error as Error).message}`);
  }
  return undefined;
}

/** Reads a CSV file row by row; a row that does not fit is left out and noted with its line. */
export function readRows<Schema extends z.ZodType>(
  path: string,
  read: (values: Record<string, string>) => unknown,
  schema: Schema,
  problems: Problems,
): z.output<Schema>[] {
  if (!existsSync(path)) {
    problems.push(`${path}: is missing`);
    return [];
  }
  return readCsv(readFileSync(path, "utf8")).flatMap(({ line, values }) => {
    const parsed = schema.safeParse(read(values));
    if (parsed.success) return [parsed.data];
    problems.push(...issuesOf(`${path}:${line}`, parsed.error));
    return [];
  });
}

/** The JSON files of a folder by name, without their ending. */
export function readFolder<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  problems: Problems,
): Record<string, z.output<Schema>> {
  if (!existsSync(path)) return {};
  const names = readdirSync(path).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = readJson(join(path, name), schema, problems);
      return value === undefined ? [] : [[name.replace(/\.json$/, ""), value] as const];
    }),
  );
}

const issuesOf = (where: string, error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) => `${where}: ${path.length > 0 ? `${path.join(".")}: ` : ""}${message}`);
