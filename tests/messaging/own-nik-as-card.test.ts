import { expect, it } from "vitest";
import { findPerson } from "../../src/messaging/find-person.ts";
import type { Asking } from "../../src/messaging/look-up-context.ts";
import type { Recipient } from "../../src/register/recipient.ts";
import { someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { publishPeople } from "../support/register.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";

it.each([
  ["the NIK typed twice, with the NIK as card in the register", NIK, NIK, "no-match"],
  ["the NIK typed twice, with a card in the register", KK, NIK, "no-match"],
  ["the card's number", KK, KK, "proved"],
])("%s: the look-up by %s and %s ends as %s", async (_, listed, kk, outcome) => {
  const { messaging } = await stages();
  const person: Recipient = { nik: NIK, kk: listed, name: "SITI AMINAH", valid: true, reasons: [] };
  await publishPeople(messaging.store, [person]);
  const turn = { conversation: "one chat", contact: someone(), message: {} };
  const asking = {
    stage: messaging,
    turn,
    district: { id: "lamongan" },
    session: { people: [], addresses: [] },
    once: "m1",
  } as unknown as Asking;
  expect(await findPerson(asking, { find: "person", nik: NIK, proof: { kk } })).toMatchObject({ outcome });
});
