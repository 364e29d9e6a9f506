import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// An import lowers its own priority. Beside suites that keep every core busy, it would then hardly run. A child process
// that loads this file first keeps the priority of its suite.
os.setPriority = () => {};
syncBuiltinESMExports();
