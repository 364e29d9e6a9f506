import { answerChat } from "../src/messaging/answer.ts";
import type { Answering } from "../src/messaging/answering.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const inbound =
  (answering: Answering): Handlers["inbound"] =>
  ({ conversation }) =>
    answerChat(answering, conversation);
