import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { defined } from "./defined.ts";
import { openBodies } from "./http/body.ts";
import { openCallerAddress } from "./http/caller-address.ts";
import { limitConnections, PATIENCE } from "./http/connections.ts";
import { endConnectionsAtClose } from "./http/end-connections.ts";
import { registerNumberPage } from "./http/number-page/routes.ts";
import { openRefusals } from "./http/refusals.ts";
import { registerApi } from "./http/routes/api.ts";
import { registerDoctor } from "./http/routes/doctor.ts";
import { registerHealth } from "./http/routes/health.ts";
import { translateFor } from "./http/routes/language.ts";
import { registerMetrics } from "./http/routes/metrics.ts";
import { registerQueues } from "./http/routes/queues.ts";
import { registerReached } from "./http/routes/reach-proof.ts";
import { registerWebhooks } from "./http/routes/webhooks.ts";
import { refusedField } from "./http/wrong-field.ts";
import type { Runtime } from "./runtime.ts";
import { readNetworks } from "./trusted-proxies.ts";
import { AppError, errors } from "./vocabulary/errors.ts";

/** In bytes. */
const BODY_LIMIT = 16_384;
const SERVER = {
  logger: false,
  return503OnClosing: true,
  requestTimeout: PATIENCE.request,
  http: { headersTimeout: PATIENCE.head, connectionsCheckingInterval: PATIENCE.look },
};
const COUNTED_REFUSALS = new Set(["UNAUTHORIZED", "FORBIDDEN", "BUSY"]);
const A_YEAR = 31_536_000;

export function buildApp(runtime: Runtime): FastifyInstance {
  const app = Fastify({
    ...SERVER,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 400 }, // the link of a number page holds all data of the page
  });
  const { log, config } = runtime;
  const trusted = readNetworks(config.trustedProxies);
  if (!trusted) throw new AppError("SETTINGS_INVALID", "TRUSTED_PROXIES: must be addresses or networks");
  const callerAddress = openCallerAddress(trusted, log);
  const refusals = openRefusals(log);
  const bodies = openBodies(app, callerAddress);
  limitConnections(app.server, trusted, refusals);
  endConnectionsAtClose(app);
  app.addHook("onClose", async () => refusals.close());
  if (config.publicUrl.startsWith("https:")) {
    app.addHook("onRequest", async (_, reply) => {
      reply.header("strict-transport-security", `max-age=${A_YEAR}`);
    });
  }
  app.setErrorHandler((thrown, request, reply) => {
    const error = toAppError(thrown);
    const { code, status, details } = error;
    if (COUNTED_REFUSALS.has(code)) refusals.count(request.routeOptions.url ?? "unknown", code);
    else if (status >= 500) log("error", { code, cause: causeOf(error) }, "request failed");
    if (status === 503 || status === 429) reply.header("retry-after", Math.ceil((details.retryAfter ?? 5_000) / 1_000));
    if (!request.raw.complete) reply.header("connection", "close");
    const { field, version, since } = details;
    return reply
      .code(status)
      .send({ code, message: messageFor(runtime, request, error), ...defined({ field, version, since }) });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ code: "NOT_FOUND" }));
  app.register(registerHealth, { runtime, keeps: true });
  app.register(registerMetrics, { runtime });
  app.register(registerDoctor, { runtime });
  app.register(registerReached, { runtime });
  app.register(registerQueues, { runtime, refusals });
  app.register(registerNumberPage, { runtime, bodies });
  app.register(registerWebhooks, { runtime, bodies, callerAddress });
  app.register(registerApi, { runtime, bodies, prefix: "/api" });
  return app;
}

/** Builds the HTTP server of a worker process. */
export function buildWorkerApp(runtime: Runtime): FastifyInstance {
  const app = Fastify(SERVER);
  endConnectionsAtClose(app);
  app.register(registerHealth, { runtime, keeps: false });
  app.register(registerMetrics, { runtime });
  return app;
}

/** Returns the cause's name without its message, which may contain a citizen's words. */
const causeOf = ({ cause }: AppError): string | undefined => (cause instanceof Error ? cause.name : undefined);

const messageFor = (runtime: Runtime, request: FastifyRequest, { key, details }: AppError): string =>
  translateFor(request, runtime, { key, ...defined({ values: details.values }) });

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { statusCode } = thrown as { statusCode?: number };
  if (statusCode === 413) return new AppError("TOO_LARGE", "body too large");
  if (statusCode !== undefined && statusCode < 500)
    return new AppError("BAD_REQUEST", "bad request", { cause: thrown, details: { field: refusedField(thrown) } });
  return new AppError("INTERNAL", errors.INTERNAL.key, { cause: thrown });
}
