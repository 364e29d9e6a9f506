import type { FastifyReply, FastifyRequest } from "fastify";
import type { Officer } from "../casework/officer.ts";
import { openSecretCheck } from "../constant-time.ts";
import { AppError } from "../vocabulary/errors.ts";

/** The returned function rejects with UNAUTHORIZED for an unknown token. */
export function callerReader(token: string, officerByToken: (token: string) => Promise<Officer | undefined>) {
  const isOperator = bearerCheck(token);
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

function readAuthorization(header = ""): Given {
  const [, scheme, given = ""] = /^(Bearer|Basic) (.+)$/.exec(header) ?? [];
  if (scheme !== "Basic") return { secret: given };
  const [, name, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(given, "base64").toString()) ?? [];
  return name === undefined || secret === undefined ? { secret: "" } : { name, secret };
}

export function operatorNameOf({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const given = headers["x-operator"] ?? readAuthorization(headers.authorization).name;
  return typeof given === "string" && OPERATOR.test(given) ? given : undefined;
}

/** The returned function rejects with UNAUTHORIZED without the token. */
export function bearerCheck(token: string): (request: FastifyRequest) => Promise<void> {
  const isToken = openSecretCheck(token);
  return async ({ headers }) => {
    if (!isToken(readAuthorization(headers.authorization).secret))
      throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}

export function browserBearerCheck(token: string): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const isToken = openSecretCheck(token);
  return async ({ headers }, reply) => {
    if (isToken(readAuthorization(headers.authorization).secret)) return undefined;
    reply.header("www-authenticate", 'Basic realm="Sapa Bansos", charset="UTF-8"');
    if (headers.authorization !== undefined) throw new AppError("UNAUTHORIZED", "wrong token");
    return reply.code(401).send({ code: "UNAUTHORIZED" }); // the browser then asks for the password
  };
}
