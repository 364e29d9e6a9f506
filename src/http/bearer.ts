import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";
import type { Officer } from "../staff/officer.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Tells who brings a token: the operator, or an officer by theirs. Throws UNAUTHORIZED for anybody else. */
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

const BASIC = /^Basic ([A-Za-z0-9+/=]+)$/;
const OPERATOR = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,39}$/u;

/** Who an operator says they are: `X-Operator`, or the user beside the token as password. */
export function operatorNamed({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const basic = BASIC.exec(headers.authorization ?? "")?.[1];
  const user = basic && Buffer.from(basic, "base64").toString().split(":")[0];
  const given = headers["x-operator"] ?? user;
  return typeof given === "string" && OPERATOR.test(given) ? given : undefined;
}

/** Lets in whoever brings `Authorization: Bearer TOKEN`, or it as the password beside a name; compared in constant time. */
export function bearer(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = digest(token);
  return async ({ headers }) => {
    const authorization = headers.authorization ?? "";
    const basic = BASIC.exec(authorization)?.[1];
    const password =
      basic &&
      Buffer.from(basic, "base64")
        .toString()
        .replace(/^[^:]*:/, "");
    const given = password ?? /^Bearer (.+)$/.exec(authorization)?.[1] ?? "";
    if (!timingSafeEqual(digest(given), expected)) throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}

/** The same for a page in a browser, which brings the token as the password it asks for; any name does. */
export function browserBearer(token: string): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const expected = digest(token);
  return async ({ headers }, reply) => {
    const [, scheme, given = ""] = /^(Bearer|Basic) (.+)$/.exec(headers.authorization ?? "") ?? [];
    const password =
      scheme === "Basic"
        ? Buffer.from(given, "base64")
            .toString()
            .replace(/^[^:]*:/, "")
        : given;
    if (timingSafeEqual(digest(password), expected)) return undefined;
    reply.header("www-authenticate", 'Basic realm="Sapa Bansos", charset="UTF-8"');
    if (headers.authorization !== undefined) throw new AppError("UNAUTHORIZED", "wrong token");
    return reply.code(401).send({ code: "UNAUTHORIZED" }); // a browser asks for the password after this
  };
}
