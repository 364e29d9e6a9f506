import type { ChannelModule } from "./channel.ts";
import { telegram } from "./telegram/index.ts";
import { webchat } from "./webchat/index.ts";
import { whatsapp } from "./whatsapp/index.ts";
import { whatsappWeb } from "./whatsapp-web/index.ts";

export const channels: readonly ChannelModule[] = [telegram, whatsapp, whatsappWeb, webchat];
