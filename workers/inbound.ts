import { answer } from "../src/messaging/answer.ts";
import type { Answering } from "../src/messaging/answering.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const inbound =
  (answering: Answering): Handlers["inbound"] =>
  ({ conversation }) =>
    answer(answering, conversation);
