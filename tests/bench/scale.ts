/** In ms for one message, as the bench `production` measured. */
const CPU = 1.7;
const STORE = 12;
const PLATFORM = 60;

function simulated(rate: number, workers: number, seconds: number): { p50: number; p99: number } {
  const free = new Float64Array(workers);
  const waits: number[] = [];
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
  for (let at = 0; at < seconds * 1_000; at += (-Math.log(random()) * 1_000) / rate) {
    let worker = 0;
    for (let index = 1; index < workers; index += 1) if ((free[index] ?? 0) < (free[worker] ?? 0)) worker = index;
    const begun = Math.max(at, free[worker] ?? 0);
    free[worker] = begun + CPU * (0.5 + random());
    waits.push((free[worker] ?? 0) + STORE + PLATFORM - at);
  }
  waits.sort((a, b) => a - b);
  const share = (part: number) => Math.round(waits[Math.floor(waits.length * part)] ?? 0);
  return { p50: share(0.5), p99: share(0.99) };
}

/** Checks the arithmetic of docs/scale.md in simulated time. */
export async function scale(): Promise<void> {
  for (const rate of [278, 1_100]) {
    for (const workers of [1, 2, 3, 4, 6]) {
      const { p50, p99 } = simulated(rate, workers, 300);
      console.log(`${rate}/s through ${workers} workers: reply p50 ${p50} ms, p99 ${p99} ms`);
    }
  }
}
