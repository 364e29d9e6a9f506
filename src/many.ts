/** A count with its noun, as "1 fault" and "2 faults"; `more` where the noun takes another ending. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
