import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Runtime } from "../runtime.ts";
import type { Officer } from "../staff/officer.ts";
import { callerOf } from "./bearer.ts";
import { channelsStatus } from "./channels.ts";
import { tickets } from "./tickets.ts";

declare module "fastify" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface FastifyRequest {
    /** Whose token it is; absent for the operator's. */
    officer: Officer | undefined;
  }
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
    const caller = callerOf(apiToken, (token) =>
      runtime.store.officerByToken(runtime.vault.index("officer-token", token)),
    );
    guarded.decorateRequest("officer", undefined);
    guarded.addHook("onRequest", async (request) => {
      request.officer = await caller(request);
    });
    guarded.addHook("onSend", async (_, reply) => {
      reply.header("cache-control", "no-store");
    });
    await guarded.register(tickets, { runtime });
    await guarded.register(channelsStatus, { runtime });
  });
}
