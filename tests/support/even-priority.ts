import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// With this file preloaded, an import keeps its priority.
os.setPriority = () => {};
syncBuiltinESMExports();
