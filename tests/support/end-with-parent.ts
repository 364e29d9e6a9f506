import { isMainThread } from "node:worker_threads";

const LOOK_EVERY = 500;

/**
 * Preloaded into the programs that a test or a bench starts: such a program stops when whoever started it is gone, however
 * that ended. Nobody else would ever stop it.
 */
if (isMainThread) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY);
  watch.unref();
}
