import { z } from "zod";

const ChannelStatus = z
  .object({
    channel: z.string(),
    account: z.string(),
    district: z.string(),
    ok: z.boolean(),
    checks: z.array(z.object({ what: z.string(), ok: z.boolean(), detail: z.string() })),
    activity: z
      .object({
        received: z.number(),
        sent: z.number(),
        failed: z.number(),
        unknown: z.number(),
        again: z.number(),
        lastReceived: z.number().optional(),
        lastSent: z.number().optional(),
      })
      .describe("Over the last 24 hours."),
    failing: z.number().describe("The share of sends that failed, from 0 to 1."),
  })
  .meta({ id: "ChannelStatus", description: "How an account of ours on a platform is." });

export const ChannelStatuses = z
  .array(ChannelStatus)
  .meta({ id: "ChannelStatuses", description: "Every account of ours on every platform." });
