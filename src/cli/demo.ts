import { Command } from "commander";
import { buildApp } from "../app.ts";
import { loadConfig, readEnvironment } from "../config.ts";
import { demoEnvironment } from "../demo/keys.ts";
import { loadOfficers, loadSample } from "../demo/load.ts";
import { samplePeople } from "../demo/sample/people.ts";
import { stopOnSignal } from "../process.ts";
import { openRuntime, type Runtime } from "../runtime.ts";
import { quiet } from "./quiet-log.ts";

export function command(): Command {
  return new Command().description("run everything here, with a made-up register").action(async () => {
    const config = loadConfig(demoEnvironment(readEnvironment()), { demo: true });
    const runtime = await openRuntime(config, { log: quiet, ownThread: true, alone: true });
    for (const district of runtime.districts.values()) {
      await loadSample(runtime, district);
      await loadOfficers(runtime, district);
    }
    const app = buildApp(runtime);
    runtime.work();
    await app.listen({ port: config.port, host: config.host });
    process.stdout.write(greeting(runtime));
    stopOnSignal(async () => {
      await app.close();
      await runtime.close();
    });
  });
}

function greeting({ districts, config }: Runtime): string {
  const lines = ["", "Sapa Bansos, demonstration: everybody in it is made up.", ""];
  for (const { id, name, areas, code } of districts.values()) {
    lines.push(`${name}: ${config.publicUrl}/chat/${id}`);
    for (const { nik, kk, name: person, shows } of samplePeople({ areas, regency: code })) {
      lines.push(`  NIK ${nik}  KK ${kk}  ${person.padEnd(15)} ${shows.id}`);
    }
    lines.push("");
  }
  return `${lines.join("\n")}\nCtrl+C stops it.\n`;
}
