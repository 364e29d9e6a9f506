import { flat } from "./flat.ts";
import { flood } from "./flood.ts";
import { importBench } from "./import.ts";
import { latency } from "./latency.ts";
import { memory } from "./memory.ts";
import { operations } from "./operations.ts";
import { production } from "./production.ts";
import { scale } from "./scale.ts";
import { soak } from "./soak.ts";
import { throughput } from "./throughput.ts";
import { tickets } from "./tickets.ts";
import { ticketsMongo } from "./tickets-mongo.ts";
import { understanding } from "./understanding.ts";
import { workers } from "./workers.ts";

/** `npm run bench [name ...]` runs the named benches, or all except the soak. */
const benches: Record<string, () => Promise<void>> = {
  throughput,
  latency,
  memory: () => memory(),
  import: () => importBench(1_000_000),
  operations,
  production,
  workers,
  flat,
  flood,
  tickets,
  "tickets-mongo": ticketsMongo,
  scale,
  understanding,
  soak: () => soak(),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`there is no ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}\n`);
  process.exit(2);
}
for (const name of named.length > 0
  ? named
  : [
      "throughput",
      "latency",
      "memory",
      "import",
      "operations",
      "production",
      "workers",
      "flat",
      "flood",
      "tickets",
      "tickets-mongo",
    ]) {
  console.log(`\n# ${name}`);
  await benches[name]?.();
}
