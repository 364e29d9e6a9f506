import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { openSelfLook } from "../../doctor/answer.ts";
import type { Runtime } from "../../runtime.ts";
import { bearer } from "../bearer.ts";
import type { DoctorAnswer } from "../contract/health.ts";

/** `/health/doctor`: the findings of `sapa doctor`, seen from the service, for callers who bring `METRICS_TOKEN`; 503 where something is wrong. */
export async function doctor(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { metricsToken } = runtime.config;
  if (!metricsToken) return;
  const look = openSelfLook(runtime);
  app.get("/health/doctor", { onRequest: bearer(metricsToken) }, async (_, reply) => {
    const answer: z.input<typeof DoctorAnswer> = await look();
    return reply
      .code(answer.status === "faults" ? 503 : 200)
      .header("cache-control", "no-store")
      .send(answer);
  });
}
