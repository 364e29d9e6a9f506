import type { FastifyReply, FastifyRequest } from "fastify";
import type { Officer } from "../casework/officer.ts";
import { secretCheck } from "../constant-time.ts";
import { AppError } from "../vocabulary/errors.ts";

/** Returns the officer whose token this is, `undefined` for the operator. Throws UNAUTHORIZED for anybody else. */
export function callerOf(token: string, officerByToken: (token: string) => Promise<Officer | undefined>) {
  const isOperator = bearer(token);
  return async (request: FastifyRequest): Promise<Officer | undefined> => {
    const given = /^Bearer (sapa_[\w-]{32})$/.exec(request.headers.authorization ?? "")?.[1];
    if (!given) return isOperator(request).then(() => undefined);
    const officer = await officerByToken(given);
    if (!officer?.active) throw new AppError("UNAUTHORIZED", "wrong or missing token");
    return officer;
  };
}

const OPERATOR = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,39}$/u;

type Given = { name?: string; secret: string };

/** Reads what a caller brings: a bearer's token, or name and password as a browser sends them. Nothing readable is an empty secret. */
function readAuthorization(header = ""): Given {
  const [, scheme, given = ""] = /^(Bearer|Basic) (.+)$/.exec(header) ?? [];
  if (scheme !== "Basic") return { secret: given };
  const [, name, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(given, "base64").toString()) ?? [];
  return name === undefined || secret === undefined ? { secret: "" } : { name, secret };
}

/** Names an operator as they name themselves: `X-Operator`, or the user name of Basic authentication, whose password is the token. */
export function operatorNamed({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const given = headers["x-operator"] ?? readAuthorization(headers.authorization).name;
  return typeof given === "string" && OPERATOR.test(given) ? given : undefined;
}

/** Lets in callers who bring `Authorization: Bearer TOKEN`, or the token as the password beside a name. */
export function bearer(token: string): (request: FastifyRequest) => Promise<void> {
  const isToken = secretCheck(token);
  return async ({ headers }) => {
    if (!isToken(readAuthorization(headers.authorization).secret))
      throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}

/** Does the same for a page in a browser, which asks its user for the token as a password; any name does. */
export function browserBearer(token: string): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const isToken = secretCheck(token);
  return async ({ headers }, reply) => {
    if (isToken(readAuthorization(headers.authorization).secret)) return undefined;
    reply.header("www-authenticate", 'Basic realm="Sapa Bansos", charset="UTF-8"');
    if (headers.authorization !== undefined) throw new AppError("UNAUTHORIZED", "wrong token");
    return reply.code(401).send({ code: "UNAUTHORIZED" }); // a browser asks for the password after this
  };
}
