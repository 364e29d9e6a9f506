import type { IncomingMessage } from "node:http";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Officer } from "../../casework/officer.ts";
import type { Runtime } from "../../runtime.ts";
import { browserBearerCheck, callerReader, operatorNameOf } from "../bearer.ts";
import type { Bodies } from "../body.ts";
import { openapi } from "../openapi.ts";
import { registerChannels } from "./channels.ts";
import { registerDataRights } from "./data-rights.ts";
import { registerTicketActs } from "./ticket-acts.ts";
import { registerTicketFind } from "./ticket-find.ts";
import { registerTicketParts } from "./ticket-parts.ts";
import { registerTicketRoutes } from "./tickets.ts";

declare module "fastify" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface FastifyRequest {
    /** `undefined` for the operator. */
    officer: Officer | undefined;
    operator: string | undefined;
  }
}

/** In bytes. */
const BODY_LIMIT = 65_536;

export async function registerApi(
  app: FastifyInstance,
  { runtime, bodies }: { runtime: Runtime; bodies: Bodies },
): Promise<void> {
  const { apiToken } = runtime.config;
  if (!apiToken) return;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, openapi);
  await app.register(async (docs) => {
    docs.addHook("onRequest", browserBearerCheck(apiToken));
    // The page links to its files relatively, so its URL needs a slash at the end.
    docs.addHook("onRequest", async (request, reply) => {
      if (request.url.split("?")[0] === "/api/docs") return reply.redirect("/api/docs/");
    });
    await docs.register(swaggerUi, {
      routePrefix: "/docs",
      staticCSP: true,
      transformStaticCSP: (policy) => policy.replace(/upgrade-insecure-requests;?/, ""),
    });
  });
  await app.register(async (guarded) => {
    readJson(guarded, bodies);
    const caller = callerReader(apiToken, (token) =>
      runtime.store.officerByToken(runtime.vault.index("officer-token", token)),
    );
    guarded.decorateRequest("officer", undefined);
    guarded.decorateRequest("operator", undefined);
    guarded.addHook("onRequest", async (request) => {
      request.officer = await caller(request);
      request.operator = request.officer ? undefined : operatorNameOf(request);
    });
    guarded.addHook("onSend", async (_, reply) => {
      reply.header("cache-control", "no-store");
    });
    await guarded.register(registerTicketRoutes, { runtime });
    await guarded.register(registerTicketFind, { runtime });
    await guarded.register(registerTicketActs, { runtime });
    await guarded.register(registerTicketParts, { runtime });
    await guarded.register(registerDataRights, { runtime });
    await guarded.register(registerChannels, { runtime });
  });
}

function readJson(app: FastifyInstance, bodies: Bodies): void {
  app.addHook("onRoute", (route) => {
    route.bodyLimit ??= BODY_LIMIT;
  });
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", (request: FastifyRequest, payload: IncomingMessage, done) => {
    bodies.read(request, payload).then((body) => parse(request, body.toString("utf8"), done), done);
  });
}
