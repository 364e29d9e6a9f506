import { buildApp } from "./app.ts";
import { loadConfig, readEnvironment } from "./config.ts";
import { openModels } from "./load-world.ts";
import { runProcess } from "./process.ts";
import { openRuntime, WORK } from "./runtime.ts";
import { logStartNotices } from "./start-notices.ts";
import { VERSION } from "./version.ts";
import { AppError } from "./vocabulary/errors.ts";

/** With Redis, this process only stores messages, and workers handle the messages. */
await runProcess(async () => {
  if (process.argv.length > 2) {
    throw new AppError(
      "SETTINGS_INVALID",
      "npm start takes no arguments: settings stand in .env or in the environment",
    );
  }
  const config = loadConfig(readEnvironment());
  openModels(); // before any connection is open, because opening the models blocks the process for a second
  const runtime = await openRuntime(config, { ownThread: true, alone: true });
  await runtime.store.noteKeyServed();
  const app = buildApp(runtime);
  runtime.work(config.redisUrl ? [] : WORK);
  logStartNotices(config, runtime.log);
  await app.listen({ port: config.port, host: config.host });
  runtime.log(
    "info",
    {
      version: VERSION,
      host: config.host,
      port: config.port,
      districts: config.districts,
      channels: [...runtime.channels].map(([key, { district }]) => `${key.split(" ")[0]}/${district}`),
    },
    "listening",
  );
  return { runtime, app };
});
