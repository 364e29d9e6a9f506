import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languagesIn } from "./i18n.ts";
import { makeWords, readWordFile, type WordFile, type Words } from "./words/words.ts";

/** Throws an Error that names each wrong file and list. */
export function openWords(locales: string): Words {
  const problems: string[] = [];
  const files = languagesIn(locales).flatMap((language) =>
    listWordFiles(join(locales, language, "words")).map(({ topic, path }): WordFile => {
      const { lists, problems: wrong } = readTopic(topic, path);
      problems.push(...wrong.map((problem) => `locales/${language}/words/${topic}.json: ${problem}`));
      return { topic, lists };
    }),
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return makeWords(files);
}

function listWordFiles(folder: string): { topic: string; path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ topic: file.replace(/\.json$/, ""), path: join(folder, file) }));
}

function readTopic(topic: string, path: string): ReturnType<typeof readWordFile> {
  try {
    return readWordFile(topic, JSON.parse(readFileSync(path, "utf8")));
  } catch (thrown) {
    return { lists: {}, problems: [thrown instanceof Error ? thrown.message : "cannot be read"] };
  }
}
