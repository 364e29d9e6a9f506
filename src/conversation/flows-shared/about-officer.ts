import { type District, type Office, ownOffices } from "../../register/district.ts";
import type { Text, Value } from "../../vocabulary/message.ts";
import type { Facts } from "../engine/facts.ts";
import { plainText } from "../understanding/normalise.ts";

export function aboutOfficerTexts(said: string, { words: { officer }, district }: Facts): Text[] {
  const plain = plainText(said);
  return [
    ...(officer.phone.isIn(plain) ? [officePhoneText(district)] : []),
    ...(officer.who.isIn(plain) ? [{ key: "officer.who" }] : []),
    ...(officer.where.isIn(plain) && !officer.phone.isIn(plain) ? [officePlaceText(district)] : []),
  ];
}

function officePlaceText(district: District): Text {
  const [office] = ownOffices(district);
  const agency = district.agency.name;
  if (!office?.address) return { key: "officer.noOffice", values: { agency } };
  const address: Value = { key: "offices.address", values: { value: office.address } };
  return { key: "officer.office", values: { agency, address, hours: hoursOf(office) } };
}

const hoursOf = (office: Office | undefined): Value =>
  office?.hours ? { key: "offices.hours", values: { value: { words: office.hours } } } : "";

function officePhoneText(district: District): Text {
  const own = ownOffices(district);
  const [office] = own;
  const hours = hoursOf(office);
  const phones = own.map(({ phone }) => phone).filter(Boolean);
  const agency = district.agency.name;
  if (phones.length > 0) return { key: "officer.phone", values: { agency, phone: phones.join("; "), hours } };
  const address: Value = office?.address ? { key: "offices.address", values: { value: office.address } } : "";
  return { key: "officer.noPhone", values: { agency, address, hours } };
}
