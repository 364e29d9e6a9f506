import { expect, it } from "vitest";
import { connect } from "../../src/store/mongo/connect.ts";

it.each(["mongodb://127.0.0.1:1,127.0.0.1:2/", "mongodb://127.0.0.1:1,127.0.0.1:2/sapa?replicaSet=rs0"])(
  "connect accepts a URL that names several hosts: %s",
  async (url) => {
    await expect(connect(url)).rejects.toThrow(/^STORE_URL: no MongoDB can be reached there/);
  },
);

it("the error for a password that was not encoded names STORE_PASSWORD and not the password", async () => {
  const refused = connect("mongodb://sapa:a/b@127.0.0.1/sapa");
  await expect(refused).rejects.toThrow(/goes into STORE_PASSWORD$/);
  await expect(refused).rejects.not.toThrow(/a\/b/);
});
