/** The index of the high half of a 64-bit number on this machine. */
const HIGH_HALF = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const BITS = 16;

/** Returns the number after the `place` largest numbers, or 0. No number may be negative. */
export function nthLargest(numbers: Float64Array, place: number): number {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  const firstBits = (at: number): number => (halves[2 * at + HIGH_HALF] as number) >>> (32 - BITS);
  const counts = new Int32Array(2 ** BITS);
  for (let at = 0; at < numbers.length; at += 1) {
    const bits = firstBits(at);
    counts[bits] = (counts[bits] as number) + 1;
  }
  let larger = 0;
  let bits = counts.length - 1;
  while (bits > 0 && larger + (counts[bits] as number) <= place) {
    larger += counts[bits] as number;
    bits -= 1;
  }
  const alike = numbers.filter((_, at) => firstBits(at) === bits).sort();
  return alike[alike.length - 1 - (place - larger)] ?? 0;
}
