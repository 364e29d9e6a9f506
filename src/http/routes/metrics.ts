import type { FastifyInstance } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { bearer } from "../bearer.ts";

/** `/metrics` for callers who bring `METRICS_TOKEN`; without that setting there is none. */
export async function metrics(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { metricsToken } = runtime.config;
  if (!metricsToken) return;
  app.get("/metrics", { onRequest: bearer(metricsToken) }, async (_, reply) =>
    reply.header("content-type", runtime.metrics.contentType).send(await runtime.metrics.text()),
  );
}
