import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const RELEASE = "/opt/sapa-bansos";

export type Unit = {
  settings: (readonly [string, string])[];
  setting(name: string): string | undefined;
  /** The words of `ExecStart`, with this checkout's path. */
  command: string[];
};

export function readUnit(name: string, instance = ""): Unit {
  const text = readFileSync(join(root, "deploy", name), "utf8");
  const settings = [...text.matchAll(/^([A-Za-z]+)=(.*)$/gm)].map(
    ([, key = "", value = ""]) => [key, value.replaceAll("%i", instance)] as const,
  );
  const setting = (key: string) => settings.find(([one]) => one === key)?.[1];
  const [program = "", ...args] = (setting("ExecStart") ?? "").split(/\s+/);
  return { settings, setting, command: [program.replace(RELEASE, root), ...args] };
}

export const workingDirectory = (unit: Unit): string => (unit.setting("WorkingDirectory") ?? "").replace(RELEASE, root);
