import type { FastifyRequest } from "fastify";
import type { Caller } from "../casework/desk/caller.ts";
import { wrongField } from "../vocabulary/errors.ts";

/**
 * Returns the signer of an act. An officer always signs with their own name, even if the body gives another. An
 * operator signs with the name in `X-Operator` or else with the body's name, marked as an operator's. Throws
 * BAD_REQUEST for an operator without a name: no act is anonymous.
 */
export function requireSigner(
  { officer, operator }: Pick<FastifyRequest, "officer" | "operator">,
  by?: string,
): Caller {
  if (officer) return { officer, by: officer.id };
  const name = operator ?? by;
  if (!name) throw wrongField("x-operator", "say who acts");
  return { officer: undefined, by: `operator:${name}` };
}
