import { z } from "zod";
import type { Channel, ChannelModule, Limits } from "../channel.ts";
import { openChats } from "./chats.ts";
import { assertSameSite, readOrigins } from "./framing.ts";
import { openChatRoutes } from "./routes.ts";

const Settings = z.object({
  WEBCHAT: z.enum(["on", "off"]).default("on"),
  WEBCHAT_FRAMED_BY: z
    .string()
    .refine(
      (text) => readOrigins(text) !== undefined,
      "must be origins such as https://dinsos.example.go.id, comma between",
    )
    .optional(),
});

const LIMITS: Limits = {
  text: 4_096,
  textWithChoices: 4_096,
  choices: 10,
  choiceTitle: 40,
  choiceDescription: 100,
  rate: 500,
  chatRate: 5,
  burst: 10,
};

/** A chat is one browser's session on the page of one district. */
export const webchat: ChannelModule<typeof Settings> = {
  name: "webchat",
  settings: Settings,
  live: true,
  open(districts, service) {
    const switchedOn = districts.filter(({ settings }) => settings.WEBCHAT === "on");
    const open = switchedOn.map(({ district }) => district);
    const framedBy = new Map(
      switchedOn.map(({ district, settings }) => [district, readOrigins(settings.WEBCHAT_FRAMED_BY ?? "") ?? []]),
    );
    for (const [district, origins] of framedBy) assertSameSite(origins, service.publicUrl, district);
    const chats = openChats(open, service.publicUrl);
    return {
      accounts: open.map((district) => accountOf(district, service.publicUrl)),
      parse: (request) => [chats.readEvent(request)],
      ...openChatRoutes(chats, service, framedBy),
    };
  },
};

const accountOf = (district: string, publicUrl: string): Channel => ({
  name: "webchat",
  account: district,
  district,
  limits: LIMITS,
  limitsItself: true,
  introduces: true,
  noVoice: true,
  linkBack: async () => `${publicUrl}/chat/${district}`,
  send: async () => undefined, // the page reads replies from the history
});
