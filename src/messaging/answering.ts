import type { World } from "../casework/world.ts";
import type { Channel } from "../channels/channel.ts";
import type { Intents } from "../conversation/understanding/intent-rules.ts";
import type { Queue } from "../queue/jobs.ts";
import type { District } from "../register/district.ts";
import type { OpenSend, Outbox } from "../store/ports/outbox.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import type { Turns } from "../store/ports/turns.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Contact, Meter, Trace } from "../vocabulary/message.ts";
import type { DeskPort } from "./desk-port.ts";
import type { LookingUp } from "./look-up-context.ts";
import type { NextStage } from "./next-stage.ts";
import type { NumberPages } from "./number-page.ts";
import type { OffChannels } from "./off-channels.ts";
import type { TurnOrder } from "./turn-order.ts";

export type Answering = World &
  LookingUp & {
    store: Turns & Pick<Tickets, "openQuestions"> & Pick<Outbox, "shortenPause">;
    queue: Pick<Queue, "wake" | "announce">;
    channels: ReadonlyMap<string, Channel>;
    districts: ReadonlyMap<string, District>;
    numberPages: Pick<NumberPages, "link">;
    intents: Intents;
    desk: Pick<DeskPort, "screenEffect" | "invitationIn" | "acceptInvitation">;
    delivering: NextStage<OpenSend>;
    offChannels: OffChannels;
    turnOrder: TurnOrder;
    /** Names of the channels whose pages show the chat's history. */
    live: ReadonlySet<string>;
    /** Returns the blind index of a chat's address. */
    chatName(contact: Contact): string;
    meter: Pick<Meter, "turn">;
    trace: Trace;
    /** In ms. */
    strangerAfter?: number;
    /** In ms. */
    bubblePause?: number;
  };

export function districtOf({ districts }: Pick<Answering, "districts">, channel: Channel): District {
  const district = districts.get(channel.district);
  if (!district) throw new AppError("SETTINGS_INVALID", `district ${channel.district} is not loaded`);
  return district;
}
