import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const RELEASE = "/opt/sapa-bansos";

export type Unit = {
  settings: (readonly [string, string])[];
  setting(name: string): string | undefined;
  /** The words of `ExecStart`, with the path of this checkout in place of the release's path. */
  command: string[];
};

/** Reads a systemd unit of deploy/; `instance` replaces `%i`. */
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
