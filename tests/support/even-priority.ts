import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// An import gives way to everything else on its machine. Beside suites that keep every core busy it would then hardly run at
// all, and a child process that loads this first keeps the priority of its suite.
os.setPriority = () => {};
syncBuiltinESMExports();
