import { buildWorkerApp } from "../src/app.ts";
import { loadConfig, readEnvironment } from "../src/config.ts";
import { openModels } from "../src/load-world.ts";
import { runProcess } from "../src/process.ts";
import { openRuntime, WORK, type WorkName } from "../src/runtime.ts";
import { logStartNotices } from "../src/start-notices.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/** `npm run workers -- inbound outbound complaints sweep` does the named kinds of work; without names, all kinds. */
await runProcess(async () => {
  const names = workNames(process.argv.slice(2));
  const config = loadConfig(readEnvironment());
  if (!config.redisUrl) {
    throw new AppError(
      "SETTINGS_INVALID",
      "REDIS_URL: workers need it; without it `npm start` does all the work itself",
    );
  }
  openModels(); // Loading the models blocks the process for a second, so it happens before any connection.
  const runtime = await openRuntime(config);
  await runtime.store.noteKeyServed();
  const app = config.workerPort === undefined ? undefined : buildWorkerApp(runtime);
  logStartNotices(config, runtime.log);
  runtime.work(names);
  if (app) await app.listen({ port: config.workerPort ?? 0, host: config.host });
  runtime.log("info", { work: names, districts: config.districts }, "working");
  return { runtime, app };
});

function workNames(given: string[]): readonly WorkName[] {
  if (given.length === 0) return WORK;
  const names = WORK.filter((name) => given.includes(name));
  const strange = given.filter((name) => !WORK.some((known) => known === name));
  if (strange.length > 0) {
    throw new AppError("SETTINGS_INVALID", `no work is named ${strange.join(", ")}; there is ${WORK.join(", ")}`);
  }
  return names;
}
