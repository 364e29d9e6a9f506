import { type FetchingFiles, openFileFetcher } from "../src/messaging/fetch-files.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const media = (fetching: FetchingFiles): Handlers["media"] => {
  const fetchFiles = openFileFetcher(fetching);
  return ({ number }) => fetchFiles(number);
};
