import { join } from "node:path";
import { openWords } from "../../src/word-files.ts";

/** The shipped word lists of every language. */
export const words = openWords(join(import.meta.dirname, "../../locales"));
