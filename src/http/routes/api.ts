import type { IncomingMessage } from "node:http";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Officer } from "../../casework/officer.ts";
import type { Runtime } from "../../runtime.ts";
import { browserBearer, callerOf, operatorNamed } from "../bearer.ts";
import type { Bodies } from "../body.ts";
import { openapi } from "../openapi.ts";
import { channelsStatus } from "./channels.ts";
import { dataRights } from "./data-rights.ts";
import { ticketActs } from "./ticket-acts.ts";
import { ticketFind } from "./ticket-find.ts";
import { ticketParts } from "./ticket-parts.ts";
import { tickets } from "./tickets.ts";

declare module "fastify" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface FastifyRequest {
    /** Whose token it is; absent for the operator's. */
    officer: Officer | undefined;
    /** The name that an operator gave beside their token. */
    operator: string | undefined;
  }
}

/** Words of an officer, not files. */
const BODY_LIMIT = 65_536;

/** The API under `/api`, its description at `/api/docs` for callers who bring `API_TOKEN`. Without that setting there is none. */
export async function api(
  app: FastifyInstance,
  { runtime, bodies }: { runtime: Runtime; bodies: Bodies },
): Promise<void> {
  const { apiToken } = runtime.config;
  if (!apiToken) return;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, openapi);
  await app.register(async (docs) => {
    docs.addHook("onRequest", browserBearer(apiToken));
    // The page names its files beside itself, so that it works only behind a slash.
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
    const caller = callerOf(apiToken, (token) =>
      runtime.store.officerByToken(runtime.vault.index("officer-token", token)),
    );
    guarded.decorateRequest("officer", undefined);
    guarded.decorateRequest("operator", undefined);
    guarded.addHook("onRequest", async (request) => {
      request.officer = await caller(request);
      request.operator = request.officer ? undefined : operatorNamed(request);
    });
    guarded.addHook("onSend", async (_, reply) => {
      reply.header("cache-control", "no-store");
    });
    await guarded.register(tickets, { runtime });
    await guarded.register(ticketFind, { runtime });
    await guarded.register(ticketActs, { runtime });
    await guarded.register(ticketParts, { runtime });
    await guarded.register(dataRights, { runtime });
    await guarded.register(channelsStatus, { runtime });
  });
}

/** JSON inside the budget of all bodies, and no larger than an officer's words are. */
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
