import type { District } from "../../register/district.ts";
import type { Text } from "../../vocabulary/message.ts";

export function programmeName(code: string, { programmes }: District): Text | string {
  const programme = programmes.find((one) => one.code === code);
  return programme ? { words: programme.name } : code;
}
