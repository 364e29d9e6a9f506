import { buildApp } from "./app.ts";
import { loadConfig, readEnvironment } from "./config.ts";
import { AppError } from "./errors.ts";
import { openRuntime, WORK } from "./runtime.ts";

/** Starts the service and answers to signals; settings that are wrong end the process with 2. */
try {
  const config = loadConfig(readEnvironment());
  const runtime = await openRuntime(config);
  const app = buildApp(runtime);
  // With a Redis the workers do the work; this process only keeps what comes.
  runtime.work(config.redisUrl ? [] : WORK);
  await app.listen({ port: config.port, host: config.host });
  runtime.log(
    "info",
    { port: config.port, districts: config.districts, channels: [...runtime.channels.keys()].length },
    "listening",
  );
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      runtime.log("info", { signal }, "stopping");
      await app.close();
      await runtime.close();
      process.exit(0);
    });
  }
} catch (error) {
  const foreseen = error instanceof AppError;
  process.stderr.write(foreseen ? `${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(foreseen && (error.code === "SETTINGS_INVALID" || error.code === "DISTRICT_INVALID") ? 2 : 1);
}
