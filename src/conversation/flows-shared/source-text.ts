import type { Text } from "../../vocabulary/message.ts";

/** `checked_on` is when the agency last checked the source. */
export const sourceText = ({ source, checked_on }: { source: string; checked_on: string }): Text => ({
  key: "common.source",
  values: { source, date: { date: checked_on } },
});
