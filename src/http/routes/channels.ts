import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { channelStatuses } from "../../observability/channel-status.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { ChannelStatusView } from "../contract.ts";

/** How every channel is, for operators; the same as `sapa channels status`. */
export async function channelsStatus(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get("/channels", { schema: { response: { 200: z.array(ChannelStatusView) } } }, async ({ officer }) => {
    if (officer) throw new AppError("FORBIDDEN", "for operators");
    return channelStatuses(runtime);
  });
}
