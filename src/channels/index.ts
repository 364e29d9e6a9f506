import type { ChannelModule } from "./channel.ts";
import { telegram } from "./telegram/index.ts";

/** Every channel. */
export const channels: readonly ChannelModule[] = [telegram];
