import Fastify, { type FastifyInstance } from "fastify";
import { AppError, errors } from "./errors.ts";
import { health } from "./http/health.ts";
import { webhooks } from "./http/webhooks.ts";
import type { Runtime } from "./runtime.ts";

/** Builds the HTTP side of a runtime; it does not listen, so that tests can inject into it. */
export function buildApp(runtime: Runtime): FastifyInstance {
  const app = Fastify({ logger: false, trustProxy: "loopback, linklocal, uniquelocal", return503OnClosing: true });
  app.setErrorHandler((thrown, _, reply) => {
    const error = foreseen(thrown);
    const { code, status, details } = error;
    if (status >= 500) runtime.log("error", { code, cause: causeOf(error) }, "request failed");
    if (status === 503 || status === 429) reply.header("retry-after", Math.ceil((details.retryAfter ?? 5_000) / 1_000));
    return reply.code(status).send({ code });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ code: "NOT_FOUND" }));
  app.register(health, { runtime });
  app.register(webhooks, { runtime });
  return app;
}

/** The name of what went wrong, never its words: they may hold what a citizen wrote. */
const causeOf = ({ cause }: AppError): string | undefined => (cause instanceof Error ? cause.name : undefined);

/** Fastify's own refusals (too large, wrong type) in our codes. */
function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { statusCode } = thrown as { statusCode?: number };
  if (statusCode === 413) return new AppError("TOO_LARGE", "body too large");
  if (statusCode !== undefined && statusCode < 500)
    return new AppError("BAD_REQUEST", "bad request", { cause: thrown });
  return new AppError("INTERNAL", errors.INTERNAL.key, { cause: thrown });
}
