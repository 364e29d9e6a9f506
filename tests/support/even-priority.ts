import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// An import lowers its own priority, and would hardly run beside other suites. With this file preloaded, it keeps its
// priority.
os.setPriority = () => {};
syncBuiltinESMExports();
