import { join } from "node:path";
import { pathToFileURL } from "node:url";

const cache = process.env.NODE_COMPILE_CACHE;

/**
 * The environment of every child process of a test, besides its own settings. It holds no setting of the person who
 * runs the tests.
 */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  ...(cache ? { NODE_COMPILE_CACHE: cache } : {}),
};

/** The environment of a child process that would otherwise lower its own priority. */
export const EVEN_ENVIRONMENT: Readonly<Record<string, string>> = {
  ...CHILD_ENVIRONMENT,
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "even-priority.ts"))}`,
};
