import { BlockList, isIP } from "node:net";

const NAMED: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

const familyOf = (address: string): "ipv4" | "ipv6" | undefined => {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : undefined;
};

/** Returns `undefined` if an entry is no address, network or name. */
export function readNetworks(text: string): BlockList | undefined {
  const list = new BlockList();
  const entries = text.split(",").map((entry) => entry.trim());
  for (const entry of entries.flatMap((one) => NAMED[one] ?? [one])) {
    if (entry === "") continue;
    const [address = "", length, more] = entry.split("/");
    const family = familyOf(address);
    const widest = family === "ipv4" ? 32 : 128;
    const bits = length === undefined ? widest : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
    if (!family || more !== undefined || !(bits <= widest)) return undefined;
    list.addSubnet(address, bits, family);
  }
  return list;
}

export const plainAddress = (address: string): string =>
  /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.split("%")[0] ?? address;

export function isWithin(networks: BlockList, address: string): boolean {
  const plain = plainAddress(address);
  const family = familyOf(plain);
  return family !== undefined && networks.check(plain, family);
}
