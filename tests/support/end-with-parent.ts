import { isMainThread } from "node:worker_threads";

const LOOK_EVERY = 500;

/**
 * Tests and benches preload this file into the programs that they start. Such a program stops when its parent process
 * is gone, because nobody else would stop it.
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
