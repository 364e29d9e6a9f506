import { randomUUID } from "node:crypto";
import type { Channel } from "../../channels/channel.ts";
import { many } from "../../many.ts";
import { appError } from "../../vocabulary/errors.ts";
import { type Check, type Found, fault, ok, type Scene, warning } from "../check.ts";

export const operatorsCheck: Check = {
  name: "operators",
  async examine(scene) {
    const heard = scene.channels.filter(({ operators }) => operators !== undefined);
    if (heard.length === 0)
      return [
        warning(
          "no operators' chat is set, and alerts stand in the log alone",
          "add a bot to a chat, write /id there, and set TELEGRAM_OPERATORS_CHAT",
        ),
      ];
    const refused = heard.flatMap((channel) => {
      const code = scene.refusedWith?.(channel);
      return code ? [refusedFault(channel, code)] : [];
    });
    if (refused.length > 0) return refused;
    if (!scene.send) return [ok(`alerts go to ${many(heard.length, "chat")}; --send tries it`)];
    return Promise.all(heard.map((channel) => trySending(scene, channel)));
  },
};

const refusedFault = ({ district }: Channel, code: string): Found =>
  fault(
    `${district}: the operators' chat took no alert when one was last raised (${code})`,
    "npx --no sapa doctor --send tries it; let the bot write there",
  );

async function trySending({ translate, districts }: Scene, channel: Channel): Promise<Found> {
  const { name, account, district, operators = "" } = channel;
  const agency = districts.find(({ id }) => id === district)?.agency.name ?? district;
  const text = translate("id", { key: "common.testMessage", values: { agency } });
  try {
    const to = { channel: name, account, address: operators };
    await channel.send({ id: randomUUID(), to, text, choices: [], locale: "id" });
    return ok(`${district}: a sentence was sent to the operators' chat`);
  } catch (thrown) {
    return fault(`${district}: a sentence to the operators' chat was refused (${appError(thrown).code})`, "see above");
  }
}
