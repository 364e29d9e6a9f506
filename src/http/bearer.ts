import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
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

/** Lets in whoever brings `Authorization: Bearer TOKEN`; compared in constant time. */
export function bearer(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = digest(token);
  return async ({ headers }) => {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
    if (!timingSafeEqual(digest(given), expected)) throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}
