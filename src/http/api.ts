import { createHash, timingSafeEqual } from "node:crypto";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { AppError } from "../errors.ts";
import type { Runtime } from "../runtime.ts";
import { tickets } from "./tickets.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Lets in whoever brings `Authorization: Bearer TOKEN`; compared in constant time. */
export function bearer(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = digest(token);
  return async ({ headers }) => {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
    if (!timingSafeEqual(digest(given), expected)) throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}

/** The API under `/api`, its description at `/api/docs`. Without `API_TOKEN` there is none. */
export async function api(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { apiToken } = runtime.config;
  if (!apiToken) return;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      info: { title: "Sapa Bansos", version: "1", description: "Tickets of a district's social agency." },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: "/docs", staticCSP: true });
  await app.register(async (guarded) => {
    guarded.addHook("onRequest", bearer(apiToken));
    guarded.addHook("onSend", async (_, reply) => {
      reply.header("cache-control", "no-store");
    });
    await guarded.register(tickets, { runtime });
  });
}
