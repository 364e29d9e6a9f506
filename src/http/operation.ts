import type { z } from "zod";
import { type ErrorCode, errors } from "../vocabulary/errors.ts";
import { Problem } from "./contract/problem.ts";

export const TAGS = {
  tickets: "Lists, tickets and their files.",
  acts: "What an officer does to a ticket.",
  "data rights": "What the Dinsos does about a request for one's own data.",
  channels: "How our accounts on the platforms are.",
} as const;

const ALWAYS: readonly ErrorCode[] = ["BAD_REQUEST", "UNAUTHORIZED", "INTERNAL", "STORE_UNAVAILABLE", "BUSY"];

/** `fails`: errors that only some operations have. */
type About = { id: string; tag: keyof typeof TAGS; summary: string; fails?: readonly ErrorCode[] };

export function operation<Schema extends { response: Record<number, z.ZodType> }>(
  { id, tag, summary, fails = [] }: About,
  schema: Schema,
): Schema {
  const codes = [...new Set([...ALWAYS, ...fails])];
  const statuses = [...new Set(codes.map((code) => errors[code].status))];
  const problems = statuses.map((status) => {
    const description = codes.filter((code) => errors[code].status === status).join(", ");
    return [status, { description, content: { "application/json": { schema: Problem } } }] as const;
  });
  const described = { operationId: id, tags: [tag], summary };
  return { ...described, ...schema, response: { ...schema.response, ...Object.fromEntries(problems) } };
}
