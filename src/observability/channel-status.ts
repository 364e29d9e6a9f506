import type { Channel, ChannelCheck } from "../channels/channel.ts";
import type { Limits } from "../store/ports/limits.ts";
import { type AccountActivity, findActivity } from "./activity.ts";

/** `failing`: the share (0 to 1) of failed or unknown sends in 24 hours. */
export type ChannelStatus = {
  channel: string;
  account: string;
  district: string;
  ok: boolean;
  checks: ChannelCheck[];
  activity: AccountActivity;
  failing: number;
};

export function findChannelStatuses({
  channels,
  store,
}: {
  channels: ReadonlyMap<string, Channel>;
  store: Pick<Limits, "count">;
}): Promise<ChannelStatus[]> {
  return Promise.all(
    [...channels.values()].map(async (one) => {
      const { name: channel, account, district } = one;
      const [checks, activity] = await Promise.all([one.check?.() ?? [], findActivity(store, { channel, account })]);
      const tried = activity.sent + activity.failed + activity.unknown;
      const failing = tried === 0 ? 0 : (activity.failed + activity.unknown) / tried;
      return { channel, account, district, ok: checks.every(({ ok }) => ok), checks, activity, failing };
    }),
  );
}
