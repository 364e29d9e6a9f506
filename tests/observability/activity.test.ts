import { expect, it } from "vitest";
import { findActivity, openActivity } from "../../src/observability/activity.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { stages } from "../support/messaging.ts";

const account = { channel: "webchat", account: "lamongan" };

it("counts that the store rejected are added at the next flush", async () => {
  const { messaging } = await stages();
  const { store } = messaging;
  let away = true;
  const count: typeof store.count = async (rules) => {
    if (away) throw new AppError("STORE_UNAVAILABLE", "away");
    return store.count(rules);
  };
  const activity = openActivity({ count });
  activity.count(account, "received");
  activity.count(account, "sent");
  const flushed = activity.flush();
  activity.count(account, "received");
  await expect(flushed).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  away = false;
  await activity.flush();
  await activity.flush();
  expect(await findActivity(store, account)).toMatchObject({ received: 2, sent: 1, failed: 0 });
});
