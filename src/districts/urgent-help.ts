import { Helpline, type UrgentHelp, UrgentText } from "../register/urgent-help.ts";
import { DANGERS } from "../signals/danger.ts";
import type { PackRoot } from "./pack-files.ts";
import { pathsBelow } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { type Entry, readList } from "./read-pack.ts";

export type UrgentEntries = { national: Entry<Helpline>[]; local: Entry<Helpline>[]; texts: Entry<UrgentText>[] };

/** A district's text replaces the nation's text, and its numbers are added to the nation's numbers. */
export function readUrgentHelp(root: PackRoot, id: string, problems: Problems): UrgentEntries {
  const texts = readList(root, pathsBelow(`${id}/urgent.json`), UrgentText, problems);
  const missing = DANGERS.filter((danger) => !texts.some(({ value }) => value.signal === danger));
  if (missing.length > 0) problems.push(`national/urgent.json: no text for ${missing.join(", ")}`);
  return {
    national: readList(root, ["national/helplines.json"], Helpline, problems),
    local: readList(root, [`${id}/helplines.json`], Helpline, problems),
    texts,
  };
}

export const urgentHelpOf = ({ national, local, texts }: UrgentEntries): UrgentHelp => ({
  national: national.map(({ value }) => value),
  local: local.map(({ value }) => value),
  texts: texts.map(({ value }) => value),
});
