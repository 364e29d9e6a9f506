import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { findChannelStatuses } from "../../observability/channel-status.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { ChannelStatuses } from "../contract/channels.ts";
import { operation } from "../operation.ts";

export async function registerChannels(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const schema = operation(
    { id: "listChannels", tag: "channels", summary: "Asks every platform how our accounts are.", fails: ["FORBIDDEN"] },
    { response: { 200: ChannelStatuses } },
  );
  api.get("/channels", { schema }, async ({ officer }) => {
    if (officer) throw new AppError("FORBIDDEN", "for operators");
    return findChannelStatuses(runtime);
  });
}
