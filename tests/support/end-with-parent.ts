import { isMainThread } from "node:worker_threads";

const LOOK_EVERY = 500;

/** A child program that loads this file stops when its parent process is gone. */
if (isMainThread) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY);
  watch.unref();
}
