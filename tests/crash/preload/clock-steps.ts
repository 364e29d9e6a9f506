/** Every second, the wall clock of this process jumps, as if a person set the machine's time. */
const HOUR = 3_600_000;
const real = Date.now;
const steps = [0, HOUR, -HOUR, HOUR / 2];
const offset = (): number => steps[Math.floor(performance.now() / 1_000) % steps.length] ?? 0;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: [] | [number]) => (args.length === 0 ? new target(real() + offset()) : new target(...args)),
  get: (target, name, receiver) => (name === "now" ? () => real() + offset() : Reflect.get(target, name, receiver)),
});
