import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openGateway } from "../src/channels/whatsapp-web/gateway.ts";
import { Settings } from "../src/channels/whatsapp-web/schema.ts";
import { loadConfig, readEnvironment } from "../src/config.ts";
import { openTranslator } from "../src/i18n.ts";
import { openLog } from "../src/observability/log.ts";
import { ROOT } from "../src/pack-folders.ts";
import { makePrivateFiles } from "../src/private-files.ts";
import { stopOnSignal, tellFailure } from "../src/process.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/** The gateway seals nothing, so it gets random keys and never reads the real keys. */
const KEYLESS = {
  SEAL_KEYS: `1:${randomBytes(32).toString("base64")}`,
  INDEX_KEY: randomBytes(32).toString("base64"),
  SEAL_KEYS_FILE: "",
  INDEX_KEY_FILE: "",
};

/**
 * `node workers/whatsapp-web.ts DISTRICT` runs the browser of one district's WhatsApp session. It sends messages to the
 * service at `WHATSAPP_WEB_SERVICE`, or at `PUBLIC_URL`.
 */
try {
  const config = loadConfig({ ...readEnvironment(), ...KEYLESS });
  makePrivateFiles();
  const [district = config.districts[0] ?? ""] = process.argv.slice(2);
  const settings = config.channels
    .find(({ name }) => name === "whatsapp-web")
    ?.districts.find((one) => one.district === district)?.settings;
  if (!settings) throw new AppError("SETTINGS_INVALID", `WHATSAPP_WEB_GATEWAY is not set for ${district}`);
  const known = Settings.parse(settings);
  const { WHATSAPP_WEB_GATEWAY: at, WHATSAPP_WEB_SECRET: secret, WHATSAPP_WEB_BROWSER: browser } = known;
  const { openWebClient: webClient } = await import("../src/channels/whatsapp-web/client.ts").catch(sayWhatIsMissing);
  const log = openLog(config.logLevel);
  const { pageTexts } = await openTranslator(join(ROOT, "locales"), config.packs.own);
  const service = known.WHATSAPP_WEB_SERVICE ?? config.publicUrl;
  const gateway = openGateway({
    secret,
    webhook: `${service.replace(/\/+$/, "")}/webhooks/whatsapp-web/${district}`,
    log,
    pageTexts: pageTexts("pairing"),
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

function sayWhatIsMissing(error: unknown): never {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== "ERR_MODULE_NOT_FOUND" || !message?.includes("whatsapp-web.js")) throw error;
  throw new AppError(
    "SETTINGS_INVALID",
    "WHATSAPP_WEB_GATEWAY: whatsapp-web.js is not installed here; `npm ci --omit=dev` installs it, without --omit=optional",
    { cause: error },
  );
}
