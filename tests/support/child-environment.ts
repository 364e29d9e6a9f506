import { join } from "node:path";
import { pathToFileURL } from "node:url";

const cache = process.env.NODE_COMPILE_CACHE;

/** Has no setting of the developer's shell. */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  ...(cache ? { NODE_COMPILE_CACHE: cache } : {}),
};

/** Keeps a child process from lowering its own priority. */
export const EVEN_ENVIRONMENT: Readonly<Record<string, string>> = {
  ...CHILD_ENVIRONMENT,
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "even-priority.ts"))}`,
};
