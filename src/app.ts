import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { AppError, errors } from "./errors.ts";
import { api } from "./http/api.ts";
import { health } from "./http/health.ts";
import { metrics } from "./http/metrics.ts";
import { numberPage } from "./http/number-page.ts";
import { queues } from "./http/queues.ts";
import { webhooks } from "./http/webhooks.ts";
import type { Runtime } from "./runtime.ts";

/** Builds the HTTP side of a runtime; it does not listen, so that tests can inject into it. */
export function buildApp(runtime: Runtime): FastifyInstance {
  const app = Fastify({
    logger: false,
    routerOptions: { maxParamLength: 400 }, // a number page's link holds all there is to know of it
    trustProxy: "loopback, linklocal, uniquelocal",
    return503OnClosing: true,
  });
  app.setErrorHandler((thrown, request, reply) => {
    const error = foreseen(thrown);
    const { code, status, details } = error;
    if (status >= 500) runtime.log("error", { code, cause: causeOf(error) }, "request failed");
    if (status === 503 || status === 429) reply.header("retry-after", Math.ceil((details.retryAfter ?? 5_000) / 1_000));
    const field = details.field === undefined ? {} : { field: details.field };
    return reply.code(status).send({ code, message: wordsFor(runtime, request, error), ...field });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ code: "NOT_FOUND" }));
  app.register(health, { runtime });
  app.register(metrics, { runtime });
  app.register(queues, { runtime });
  app.register(numberPage, { runtime });
  app.register(webhooks, { runtime });
  app.register(api, { runtime, prefix: "/api" });
  return app;
}

/** The HTTP side of a worker: health and metrics, nothing that citizens or officers call. */
export function buildWatch(runtime: Runtime): FastifyInstance {
  const app = Fastify({ logger: false, return503OnClosing: true });
  app.register(health, { runtime });
  app.register(metrics, { runtime });
  return app;
}

/** The name of what went wrong, never its words: they may hold what a citizen wrote. */
const causeOf = ({ cause }: AppError): string | undefined => (cause instanceof Error ? cause.name : undefined);

/** In the caller's language, as their browser or program asks for it. */
function wordsFor({ translate, locales }: Runtime, { headers }: FastifyRequest, { key }: AppError): string {
  const wanted = headers["accept-language"]?.slice(0, 2).toLowerCase() ?? "";
  return translate(locales.includes(wanted) ? wanted : (locales[0] ?? "id"), { key });
}

/** Fastify's own refusals (too large, wrong type) in our codes. */
function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { statusCode } = thrown as { statusCode?: number };
  if (statusCode === 413) return new AppError("TOO_LARGE", "body too large");
  if (statusCode !== undefined && statusCode < 500)
    return new AppError("BAD_REQUEST", "bad request", { cause: thrown });
  return new AppError("INTERNAL", errors.INTERNAL.key, { cause: thrown });
}
