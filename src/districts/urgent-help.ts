import { AID_QUESTIONS, FirstAid, Helpline, type UrgentHelp, UrgentText } from "../register/urgent-help.ts";
import { DANGERS } from "../signals/danger.ts";
import type { PackRoot } from "./pack-files.ts";
import { pathsBelow } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { type Entry, readList } from "./read-pack.ts";

export type UrgentEntries = {
  national: Entry<Helpline>[];
  local: Entry<Helpline>[];
  texts: Entry<UrgentText>[];
  aid: Entry<FirstAid>[];
};

/** A district's text replaces the nation's text, but its numbers do not. */
export function readUrgentHelp(root: PackRoot, id: string, problems: Problems): UrgentEntries {
  const texts = readList(root, pathsBelow(`${id}/urgent.json`), UrgentText, problems);
  const missing = DANGERS.filter((danger) => !texts.some(({ value }) => value.signal === danger));
  if (missing.length > 0) problems.push(`national/urgent.json: no text for ${missing.join(", ")}`);
  const aid = readList(root, pathsBelow(`${id}/first-aid.json`), FirstAid, problems);
  const unanswered = AID_QUESTIONS.filter((question) => !aid.some(({ value }) => value.question === question));
  if (unanswered.length > 0) problems.push(`national/first-aid.json: no text for ${unanswered.join(", ")}`);
  return {
    national: readList(root, ["national/helplines.json"], Helpline, problems),
    local: readList(root, [`${id}/helplines.json`], Helpline, problems),
    texts,
    aid,
  };
}

export const urgentHelpOf = ({ national, local, texts, aid }: UrgentEntries): UrgentHelp => ({
  national: national.map(({ value }) => value),
  local: local.map(({ value }) => value),
  texts: texts.map(({ value }) => value),
  aid: aid.map(({ value }) => value),
});
