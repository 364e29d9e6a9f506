import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { openSelfExamination } from "../../doctor/self-examination.ts";
import type { Runtime } from "../../runtime.ts";
import { bearerCheck } from "../bearer.ts";
import type { DoctorAnswer } from "../contract/health.ts";

export async function registerDoctor(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { metricsToken } = runtime.config;
  if (!metricsToken) return;
  const look = openSelfExamination(runtime);
  app.get("/health/doctor", { onRequest: bearerCheck(metricsToken) }, async (_, reply) => {
    const answer: z.input<typeof DoctorAnswer> = await look();
    return reply
      .code(answer.status === "faults" ? 503 : 200)
      .header("cache-control", "no-store")
      .send(answer);
  });
}
