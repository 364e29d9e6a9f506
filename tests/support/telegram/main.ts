import { parseArgs } from "node:util";
import { startTelegram } from "./index.ts";

/** Runs the stand-in in a process of its own, for load tests. */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    token: { type: "string", default: "1000:stand-in" },
    secret: { type: "string", default: "stand-in-secret-1" },
    latency: { type: "string", default: "0" },
  },
});
const telegram = await startTelegram({
  token: values.token,
  secret: values.secret,
  latency: Number(values.latency),
  port: Number(values.port),
});
process.stdout.write(`${telegram.url}\n`);
process.once("SIGTERM", async () => {
  await telegram.close();
  process.exit(0);
});
