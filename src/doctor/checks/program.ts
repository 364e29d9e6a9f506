import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../runtime.ts";
import { type Check, fault, ok } from "../check.ts";

export const programCheck: Check = {
  name: "program",
  async examine() {
    const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      version: string;
      dependencies: { node: string };
    };
    const [wanted, here] = [dependencies.node, process.versions.node];
    return Number.parseInt(here, 10) < Number.parseInt(wanted, 10)
      ? [
          fault(
            `Node ${here} runs, and this release is made for Node ${wanted}`,
            "npm ci brings it; start with npm start",
          ),
        ]
      : [ok(`release ${version} on Node ${here}`)];
  },
};
