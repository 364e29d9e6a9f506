import { z } from "zod";
import { Category, NUMBER_LABELS, OFFICES, PART_ANSWERS } from "../../vocabulary/lists.ts";

const Signed = z
  .string()
  .min(1)
  .max(60)
  .optional()
  .describe(
    "Who acts. Needed only with the operator's token and without `X-Operator`: an officer's token names its officer.",
  );

const ActId = z
  .string()
  .min(8)
  .max(64)
  .describe(
    "The caller chooses it: the same call again changes nothing, and another act under the same id is refused.",
  );

const Expect = z
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .optional()
  .describe("The version that was on the officer's screen: refused with `STALE` where something has happened since.");

const Call = { id: ActId, by: Signed, expect: Expect };

const Sixteen = z.string().regex(/^\d{16}$/);
const Area = z.string().regex(/^\d{6}(\d{4})?$/);

/** The act itself checks whether the reason has words. */
const Why = z.string().max(300).describe("Why, in words; it is kept.");

export const NewTicket = z
  .object({
    id: ActId,
    by: Signed,
    district: z.string(),
    category: Category,
    text: z.string().min(1).max(3_000),
    nik: Sixteen.optional(),
    kk: Sixteen.optional(),
    name: z.string().max(100).optional(),
    area: Area.optional(),
    programme: z.string().max(40).optional(),
  })
  .meta({ id: "NewTicket", description: "What is written down for a citizen at the counter." });

export const ActBody = z
  .object({
    ...Call,
    text: z.string().max(3_000),
    unfulfilled: z
      .literal(true)
      .optional()
      .describe("With `close` of a request about data: it was not done, and `text` says why."),
  })
  .meta({ id: "Act", description: "An officer's own words." });

export const AmendBody = z
  .object({
    ...Call,
    reason: Why,
    category: Category.optional(),
    area: Area.optional(),
    place: z.string().min(1).max(200).optional(),
    programme: z.string().min(1).max(40).optional(),
    sensitive: z.boolean().optional().describe("Moves it into the confidential lane, or out of it."),
    nik: Sixteen.optional(),
    kk: Sixteen.optional(),
    name: z.string().min(1).max(100).optional(),
    mentioned: z
      .string()
      .max(200)
      .optional()
      .describe(
        "The entry whose mentioned numbers are the person's own: an event's id, or `text` for the ticket's own words.",
      ),
  })
  .meta({ id: "Amendment", description: "What is corrected in a ticket's head." });

export const DataRightBody = z
  .object({ by: Signed, expect: Expect })
  .meta({
    id: "DataRight",
    description: "Who acts, and the version that was seen: the ticket itself says what was asked for.",
  })
  .optional();

export const TransferBody = z
  .object({ to: z.string().describe("An officer's id."), by: Signed, expect: Expect })
  .meta({ id: "Transfer", description: "Who is to have the ticket." });

export const ShareBody = z
  .object({
    ...Call,
    office: z.enum(OFFICES),
    text: z.string().max(3_000).describe("What is asked of the office; its officers read it, the citizen does not."),
    to: z.string().optional().describe("An officer of the office. Left out: the one with the fewest tickets."),
  })
  .meta({
    id: "Share",
    description: "Gives an office a part of the ticket, or gives the office's open part to another of its officers.",
  });

export const EndPartBody = z
  .object({
    ...Call,
    office: z
      .enum(OFFICES)
      .optional()
      .describe("May be left out if it is the caller's own office, or the only one with an open part."),
    outcome: z
      .enum(PART_ANSWERS)
      .optional()
      .describe("How the part ended. A supervisor leaves it out to end another office's part; `text` then says why."),
    text: z.string().max(3_000).describe("What was found. The citizen reads it where the part is `done`."),
  })
  .meta({ id: "EndPart", description: "How an office's part of the ticket ends." });

export const TakeBody = z
  .object({ expect: Expect })
  .meta({ id: "Take", description: "Nothing but the version that was seen." })
  .optional();

export const RevealBody = z
  .object({ by: Signed, reason: Why })
  .meta({ id: "Reveal", description: "Why somebody's numbers are to be seen whole." });

export const UnlockBody = z
  .object({
    by: Signed,
    reason: Why,
    mentioned: z
      .string()
      .max(200)
      .optional()
      .describe("The entry whose NIK is meant, if the words mention the NIK of several people."),
  })
  .meta({ id: "Unlock", description: "Why the lock after wrong proofs is lifted." });

export const Revealed = z
  .object({
    nik: z.string().optional(),
    kk: z.string().optional(),
    phone: z.string().optional(),
    mentioned: z
      .array(z.object({ entry: z.string(), label: z.enum(NUMBER_LABELS), number: z.string() }))
      .describe("The numbers typed among words. `entry` is an event's id, or `text` for the ticket's own words."),
  })
  .meta({ id: "Revealed", description: "The person's own numbers, and those that words mention." });
