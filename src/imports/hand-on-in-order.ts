/** Without this order, the summary would depend on the speed of the workers. */
export function handOnInOrder<Item>(handOn: (item: Item) => Promise<void>) {
  const awaited: number[] = [];
  const arrived = new Map<number, Item>();
  let turn = Promise.resolve();

  async function next(): Promise<void> {
    for (let item = firstArrived(); item !== undefined; item = firstArrived()) await handOn(item);
  }

  function firstArrived(): Item | undefined {
    const [first] = awaited;
    const item = first === undefined ? undefined : arrived.get(first);
    if (first === undefined || item === undefined) return undefined;
    awaited.shift();
    arrived.delete(first);
    return item;
  }

  return {
    await(key: number): void {
      awaited.push(key);
    },
    /** Rejects if `handOn` has ever rejected. */
    arrive(key: number, item: Item): Promise<void> {
      arrived.set(key, item);
      turn = turn.then(next);
      return turn;
    },
  };
}
