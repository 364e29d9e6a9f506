import type { FastifyRequest } from "fastify";
import type { Caller } from "../casework/desk/caller.ts";
import { wrongField } from "../vocabulary/errors.ts";

/** Throws BAD_REQUEST for an operator without a name. */
export function requireSigner(
  { officer, operator }: Pick<FastifyRequest, "officer" | "operator">,
  by?: string,
): Caller {
  if (officer) return { officer, by: officer.id };
  const name = operator ?? by;
  if (!name) throw wrongField("x-operator", "say who acts");
  return { officer: undefined, by: `operator:${name}` };
}
