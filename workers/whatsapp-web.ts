import { join } from "node:path";
import { webClient } from "../src/channels/whatsapp-web/client.ts";
import { openGateway } from "../src/channels/whatsapp-web/gateway.ts";
import { Settings } from "../src/channels/whatsapp-web/schema.ts";
import { loadConfig, readEnvironment } from "../src/config.ts";
import { AppError } from "../src/errors.ts";
import { openLog } from "../src/log.ts";
import { makePrivateFiles } from "../src/private-files.ts";
import { stopOnSignal, tellFailure } from "../src/process.ts";

/**
 * `node workers/whatsapp-web.ts DISTRICT`: the browser of one district's WhatsApp session, one process each. It listens
 * where `WHATSAPP_WEB_GATEWAY` points and hands messages on to the service at `PUBLIC_URL`, or beside it.
 */
try {
  const config = loadConfig(readEnvironment());
  makePrivateFiles();
  const [district = config.districts[0] ?? ""] = process.argv.slice(2);
  const settings = config.channels
    .find(({ name }) => name === "whatsapp-web")
    ?.districts.find((one) => one.district === district)?.settings;
  if (!settings) throw new AppError("SETTINGS_INVALID", `WHATSAPP_WEB_GATEWAY is not set for ${district}`);
  const known = Settings.parse(settings);
  const { WHATSAPP_WEB_GATEWAY: at, WHATSAPP_WEB_SECRET: secret, WHATSAPP_WEB_BROWSER: browser } = known;
  const log = openLog(config.logLevel);
  const service = known.WHATSAPP_WEB_SERVICE ?? config.publicUrl;
  const gateway = openGateway({
    secret,
    webhook: `${service.replace(/\/+$/, "")}/webhooks/whatsapp-web/${district}`,
    log,
    show: (text) => process.stderr.write(`${text}\n`),
    makeClient: () =>
      webClient({
        dataPath: join(config.dataDir, "whatsapp-web"),
        clientId: district,
        browser,
      }),
  });
  const { hostname, port } = new URL(at);
  await gateway.app.listen({ port: Number(port || 80), host: hostname });
  log("info", { district }, "whatsapp-web gateway listening");
  stopOnSignal(() => gateway.close());
} catch (error) {
  process.exit(tellFailure(error));
}
