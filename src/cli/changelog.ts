const GROUPS = new Set(["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]);

export type Section = {
  title: string;
  /** Absent for "Unreleased" and for the section before the first release. */
  version?: string;
  date?: string;
  text: string;
  groups: string[];
  entries: number;
};

export function readChangelog(text: string): Section[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const [, version, date] = /^\[?(\d+\.\d+\.\d+)\]? - (\d{4}-\d{2}-\d{2})$/.exec(title) ?? [];
      return {
        title,
        ...(version && date ? { version, date } : {}),
        text: lines.join("\n").trim(),
        groups: lines.flatMap((line) => /^### (.+)$/.exec(line)?.[1] ?? []),
        entries: lines.filter((line) => line.startsWith("- ")).length,
      };
    });
}

const isUnreleased = ({ title }: Section): boolean => /^\[?Unreleased\]?$/.test(title);
const isNewer = (one: string, other: string): boolean => one.localeCompare(other, "en", { numeric: true }) > 0;

export function changelogProblems(sections: readonly Section[]): string[] {
  const problems: string[] = [];
  sections.forEach((section, index) => {
    const { title, version, groups, entries } = section;
    const isPast = index === sections.length - 1 && sections.length > 1;
    if (isUnreleased(section) ? index > 0 : version === undefined && !isPast)
      problems.push(`"${title}": a section is "Unreleased" (the first) or "VERSION - YYYY-MM-DD"`);
    const strange = groups.filter((group, at) => !GROUPS.has(group) || groups.indexOf(group) !== at);
    if (strange.length > 0) problems.push(`"${title}": "${strange[0]}" is no group, or stands twice`);
    if (version !== undefined && entries === 0) problems.push(`"${title}": a release without an entry`);
    const next = sections[index + 1]?.version;
    if (version && next && !isNewer(version, next)) problems.push(`"${title}": stands above a newer version`);
  });
  return problems;
}

export function releasable(sections: readonly Section[], version: string): Section | string {
  const [problem] = changelogProblems(sections);
  if (problem) return problem;
  if (sections.some((section) => isUnreleased(section) && section.entries > 0))
    return `"Unreleased" still holds entries; move them to "${version} - YYYY-MM-DD"`;
  return sections.find((section) => section.version === version) ?? `no section "${version} - YYYY-MM-DD"`;
}
