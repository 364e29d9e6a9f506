type Refused = {
  code?: string;
  validation?: { instancePath?: string; params?: { keys?: unknown; unionErrors?: unknown } }[];
  validationContext?: string;
};

const OTHERS: Record<string, string> = { FST_ERR_CTP_INVALID_MEDIA_TYPE: "content-type", FST_ERR_BAD_URL: "url" };

/** If no field is known, returns the part of the request, such as `body`. */
export function refusedField(thrown: unknown): string {
  const { code = "", validation, validationContext } = thrown as Refused;
  if (validation) {
    const [first] = validation;
    const [unknown] = Array.isArray(first?.params?.keys) ? first.params.keys : [];
    const path = (first?.instancePath ?? "").split("/").filter(Boolean);
    return [...path, ...(typeof unknown === "string" ? [unknown] : [])].join(".") || (validationContext ?? "body");
  }
  return OTHERS[code] ?? "body";
}
