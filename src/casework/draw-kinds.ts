import { RUNGS, type Rung, STEPS } from "../vocabulary/lists.ts";
import { kinds } from "./kinds/index.ts";
import type { CategoryRule, KindTable, Move, Relation, Requirement } from "./kinds/kind.ts";

const RELATION: Record<Relation, string> = {
  holder: "has it",
  beside: "works beside",
  supervisor: "Dinsos above it",
  area: "serves its place",
  part: "has its office's part",
};
const REQUIRED: Record<Requirement, string> = {
  words: "words",
  reason: "a reason",
  "data-at-fault": "data that can be repaired",
  fulfilled: "the request is fulfilled",
  mark: "marked for each of its lanes",
  office: "an office that may have a part",
  outcome: "how it ended",
  "parts-ended": "no other office has an open part",
};
const CLOCKS: Record<NonNullable<Move["clock"]>[number], string> = {
  answered: "the first answer is given",
  recount: "counted anew",
  pause: "stand",
  resume: "go on",
  end: "end",
  restart: "begin anew",
};
const PARTS: Record<NonNullable<Move["part"]>, string> = {
  begin: "begins one",
  end: "ends one",
  "end-own": "ends one's own",
  "end-withdrawn": "ends all, if withdrawn",
};

type TextOf = (key: string) => string;

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(heads),
  `|${"---|".repeat(heads.length)}`,
  ...rows.map(row),
];

export const drawKinds = (textOf: TextOf): string =>
  Object.entries(kinds)
    .map(([name, kind]) => sectionOf(name, kind, textOf))
    .join("\n");

function sectionOf(name: string, kind: KindTable, textOf: TextOf): string {
  const { ladder, ladderOfDisdukcapil, readers, told, objection, parts } = kind;
  const readBy = { place: "whoever serves its place", dinsos: "the Dinsos alone", helpers: "whoever helps in danger" };
  return [
    `## ${name}`,
    "",
    `Read by ${readBy[readers]}, where no lane is narrower. Asked first: ${ladder.join(", ")}${ladderOfDisdukcapil ? `; for a reason that Disdukcapil repairs: ${ladderOfDisdukcapil.join(", ")}` : ""}.`,
    `Officers are told ${told === "by-day" ? "by day" : "at any hour"}. A disputed end goes to ${objection === "rung-above" ? "the rung above" : "the first rung"}.`,
    parts
      ? `Offices that may have a part of it: ${parts.offices.join(", ")}, each for ${parts.resolve} working days.`
      : "No office has a part of it.",
    "",
    "```mermaid",
    ...stepsOf(kind),
    "```",
    "",
    ...table(
      ["move", "in steps", "by", "requires", "clocks", "parts", "the citizen is told"],
      Object.entries(kind.moves).map(([move, about]) => moveRow(move, about, textOf)),
    ),
    "",
    ...table(
      ["category", "first answer", "end", "special"],
      Object.entries(kind.categories).map(([category, rule]) => clockRow(category, rule)),
    ),
    "",
  ].join("\n");
}

function stepsOf({ steps, moves }: KindTable): string[] {
  const between = new Map<string, string[]>();
  for (const [name, { from, to = {} }] of Object.entries(moves))
    for (const step of from) {
      const next = to[step];
      if (next === undefined || next === step) continue;
      const way = `  ${step} --> ${next}`;
      between.set(way, [...(between.get(way) ?? []), name]);
    }
  const named = Object.entries(steps).flatMap(([step, phase]) =>
    step === phase ? [] : [`  ${step} : ${step} (${phase})`],
  );
  const ways = [...between].map(([way, names]) => `${way} : ${names.join(", ")}`);
  return ["stateDiagram-v2", "  [*] --> new", ...named, ...ways];
}

function moveRow(name: string, move: Move, textOf: TextOf): string[] {
  const { from, fromConfidential, by, requires = [], clock = [], part, says, onlyIf, unfulfilled, notDone } = move;
  const steps = from.length === STEPS.length ? "any" : from.join(", ");
  const secret = fromConfidential ? ` (confidential: ${fromConfidential.join(", ")})` : "";
  const quoted = (key: string) => `"${textOf(key).replaceAll("\n", " / ").replaceAll("|", "\\|")}"`;
  return [
    `\`${name}\``,
    `${steps}${secret}`,
    whoOf(by),
    requirementsText(requires) + (notDone ? `; where it is not done: ${requirementsText(notDone.requires)}` : ""),
    clock.map((one) => CLOCKS[one]).join("; ") + (onlyIf ? " (if the question is open again)" : ""),
    part ? PARTS[part] : "",
    says === undefined ? "" : `${quoted(says)}${unfulfilled ? `; not fulfilled: ${quoted(unfulfilled.says)}` : ""}`,
  ];
}

const requirementsText = (all: readonly Requirement[]): string => all.map((one) => REQUIRED[one]).join("; ");

function whoOf(by: Move["by"]): string {
  if (by === "citizen") return "the citizen";
  if (by === "system") return "the service";
  return Object.entries(by)
    .map(([relation, rungs]) => `${RELATION[relation as Relation]}${rungsOf(relation as Relation, rungs)}`)
    .join("; ");
}

function rungsOf(relation: Relation, rungs: readonly Rung[]): string {
  if (rungs.length === RUNGS.length || relation === "supervisor" || relation === "part") return "";
  return ` (${rungs.join(", ")})`;
}

function clockRow(category: string, rule: CategoryRule): string[] {
  const { firstAnswer, resolve, hours, firstHours = hours } = rule;
  const time = (days: number, inHours: number | undefined) =>
    inHours === undefined ? `${days} working days` : `${inHours} hours`;
  const special = [
    ...(rule.sensitive ? ["confidential"] : []),
    ...(rule.onlyMarked ? [`read by officers marked ${rule.onlyMarked}`] : []),
    ...(rule.ladder ? [`asked first: ${rule.ladder.join(", ")}`] : []),
    ...(rule.sharedWith ? [`a part for ${rule.sharedWith}`] : []),
    ...(rule.fulfilledBy ? [`fulfilled by ${rule.fulfilledBy}`] : []),
  ];
  return [`\`${category}\``, time(firstAnswer, firstHours), time(resolve, hours), special.join("; ")];
}
