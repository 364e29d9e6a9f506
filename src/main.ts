import { buildApp } from "./app.ts";
import { loadConfig, readEnvironment } from "./config.ts";
import { runProcess } from "./process.ts";
import { openRuntime, WORK } from "./runtime.ts";

/** Starts the service. With a Redis the workers do the work; this process only keeps what comes. */
await runProcess(async () => {
  const config = loadConfig(readEnvironment());
  const runtime = await openRuntime(config, { ownThread: true });
  const app = buildApp(runtime);
  runtime.work(config.redisUrl ? [] : WORK);
  await app.listen({ port: config.port, host: config.host });
  runtime.log(
    "info",
    {
      port: config.port,
      districts: config.districts,
      channels: [...runtime.channels].map(([key, { district }]) => `${key.split(" ")[0]}/${district}`),
    },
    "listening",
  );
  return { runtime, app };
});
