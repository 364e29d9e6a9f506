import type { FastifyInstance } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { bearerCheck } from "../bearer.ts";

export async function registerMetrics(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { metricsToken } = runtime.config;
  if (!metricsToken) return;
  app.get("/metrics", { onRequest: bearerCheck(metricsToken) }, async (_, reply) =>
    reply.header("content-type", runtime.metrics.contentType).send(await runtime.metrics.text()),
  );
}
