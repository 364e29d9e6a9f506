import { openFileFetcher } from "../src/messaging/fetch-files.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const media = (messaging: Messaging): Handlers["media"] => {
  const fetchFiles = openFileFetcher(messaging);
  return ({ number }) => fetchFiles(number);
};
