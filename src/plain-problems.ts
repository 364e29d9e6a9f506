import type { z } from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in square brackets",
  object: "an object in braces",
};

export function plainProblem(issue: Issue): string | undefined {
  if (issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${WORDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `must be ${issue.minimum} or more` : "must not be empty";
    case "too_big":
      return issue.origin === "number" ? `must be ${issue.maximum} or less` : "is too long";
    case "invalid_format":
    case "invalid_union":
      return "is written in another form than is read here";
    default:
      return undefined;
  }
}

export const problemOf = (field: string, message: string): string =>
  field === "" ? message : `${field}${message === "is missing" ? " " : ": "}${message}`;
