import { describe, expect, it } from "vitest";
import { ContactText, PhoneText } from "../../src/register/phone-text.ts";

describe("a telephone number", () => {
  it.each([
    "(0322) 321322",
    "0322-321322 / 321323",
    "129 (WA 08111-129-129)",
    "+62 811-129-129",
    "62811129129",
    "1500-771",
    "1 500 299 000",
    "021-1234567 ext. 12",
    "112",
    "3213222",
    "-",
    "",
  ])("is taken: %s", (text) => expect(PhoneText.safeParse(text).success).toBe(true));

  it.each([
    "o899-9999-2222",
    "O899-9999-2222",
    "o 899-9999-2222",
    "O-899-9999-2222",
    "(O321) 555111",
    "(0321) 99X111",
    "(0321) 555 l11",
    "0899 9999 222O",
    "11o",
    "899-9999-2222",
    "+0899-9999-2222",
    "#899 9999 2222",
    "WA 811-2345-6789",
  ])("that nobody can call is refused: %s", (text) => expect(PhoneText.safeParse(text).success).toBe(false));
});

describe("what an agency calls official", () => {
  it.each([
    "jombangkab.go.id",
    "@dinsos3517",
    "https://t.me/bot12345678_bot",
    "WA 0811-1291-2912",
    "Instagram dinsosjbg24",
  ])("is taken: %s", (text) => expect(ContactText.safeParse(text).success).toBe(true));
  it.each(["WA o811-1291-2912", "0811-12X1-2912", "WhatsApp 811 1291 2912"])("is refused: %s", (text) =>
    expect(ContactText.safeParse(text).success).toBe(false),
  );
});
