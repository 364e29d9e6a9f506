import { channelKey } from "./channels/accounts.ts";
import type { Channel, ChannelModule, OpenChannel, Service } from "./channels/channel.ts";
import { channels } from "./channels/index.ts";
import type { Config } from "./config.ts";
import type { District } from "./register/district.ts";
import { AppError } from "./vocabulary/errors.ts";

export const TRAITS = traitsOf(channels);

export const TURNED_ON_BY: readonly string[] = channels.flatMap(({ turnedOnBy }) => turnedOnBy ?? []);

/** Opens the channels for a program that receives no messages from platforms. */
export async function openAccounts(config: Config, districts: readonly District[]) {
  const refuseCall = async () => {
    throw new AppError("STORE_UNAVAILABLE", "nothing is received here");
  };
  const opened = openChannels(config, {
    receive: refuseCall,
    history: async () => [],
    watch: () => () => undefined,
    endSession: refuseCall,
    hasEnded: async () => false,
    log: () => undefined,
    publicUrl: config.publicUrl,
    pageTexts: () => ({}),
    districtName: (id) => districts.find((one) => one.id === id)?.name ?? id,
  });
  const accounts = new Map<string, Channel>();
  for (const channel of opened.flatMap((one) => one.accounts)) addAccount(accounts, channel);
  return {
    accounts: [...accounts.values()],
    async close() {
      for (const channel of opened) await channel.close();
    },
  };
}

function traitsOf(modules: readonly ChannelModule[]) {
  const named = (trait: "live" | "receipts" | "window") =>
    new Set(modules.filter((one) => one[trait]).map(({ name }) => name));
  return { live: named("live"), receipts: named("receipts"), window: named("window") };
}

/** Throws SETTINGS_INVALID if another district has the same account. */
export function addAccount(accounts: Map<string, Channel>, channel: Channel): void {
  const key = channelKey({ channel: channel.name, account: channel.account });
  const other = accounts.get(key);
  if (other) {
    throw new AppError(
      "SETTINGS_INVALID",
      `${channel.name}: ${other.district} and ${channel.district} have the same account`,
    );
  }
  accounts.set(key, channel);
}

export function openChannels(config: Config, service: Service): OpenChannel[] {
  return config.channels.flatMap(({ name, districts }) => {
    const module = channels.find((one) => one.name === name);
    return module ? [module.open(districts as never, service)] : [];
  });
}
