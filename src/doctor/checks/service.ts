import { callOwnService } from "../call-own-service.ts";
import { type Check, ok, unknown, warning } from "../check.ts";

export const serviceCheck: Check = {
  name: "service",
  async examine(scene) {
    const { isService, config, storeLook } = scene;
    const { host, port } = config;
    if (isService) return [ok("the service runs")];
    if (!storeLook) return [unknown("the keys or the store cannot be read, so it is not known which service answers")];
    if (port === 0) return [unknown("PORT is 0: the service listens where it likes")];
    const own = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
    const found = await callOwnService(scene, `http://${own}:${port}`);
    if ("way" in found) return [ok(`the service runs at ${own}:${port}`)];
    if ("elsewhere" in found)
      return [
        warning(
          `the service at ${own}:${port} has these keys and other data; no process works the data in ${config.dataDir}`,
          "to look at that service, give its DATA_DIR; to start this one, stop that one first",
        ),
      ];
    return "status" in found
      ? [warning(`another program, or the service with other keys, answers at port ${port}`, "stop it, or change PORT")]
      : [
          warning(
            `the service does not run at ${own}:${port}`,
            "start it; look at its log (journalctl -u sapa-bansos)",
          ),
        ];
  },
};
