import { callOwnService } from "../call-own-service.ts";
import { type Check, type Found, fault, ok, type Scene, unknown, warning } from "../check.ts";

const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** PUBLIC_URL must lead to this service, and the service must trust the proxy in front of it. */
export const publicUrlCheck: Check = {
  name: "public-url",
  async examine(scene) {
    const { publicUrl } = scene.config;
    const { protocol, hostname, host } = new URL(publicUrl);
    const isCalled = scene.channels.some(({ calls }) => calls);
    const said = isCalled ? fault : warning;
    if (OWN_HOSTS.has(hostname) && protocol === "http:" && !isCalled)
      return [warning("PUBLIC_URL is this machine itself: nobody else reaches the service", "PUBLIC_URL=https://...")];
    if (OWN_HOSTS.has(hostname) && protocol === "http:")
      return [fault("PUBLIC_URL is this machine itself, and no platform can call it", "PUBLIC_URL=https://...")];
    if (protocol !== "https:")
      return [said("PUBLIC_URL does not begin with https, and what citizens type is sent in the clear", "use https")];
    if (!scene.storeLook)
      return [
        unknown("the keys or the store cannot be read, so it is not known whether PUBLIC_URL leads to this service"),
      ];
    return [reachFinding(await callOwnService(scene, publicUrl), scene, host, said)];
  },
};

function reachFinding(
  found: Awaited<ReturnType<typeof callOwnService>>,
  { config }: Scene,
  host: string,
  said: (says: string, next: string) => Found,
): Found {
  if ("failed" in found) return failureFinding(found.failed, host, said);
  if ("elsewhere" in found)
    return warning(
      `${host} leads to a service with these keys that works other data than ${config.dataDir}`,
      "this is a copy, as in a drill; what is said of webhooks is that service's",
    );
  if ("status" in found) return statusFinding(found.status, host, said);
  if (found.way === "stranger")
    return fault(
      "the proxy is not among TRUSTED_PROXIES, and all citizens behind it count as one caller",
      "add the address that the proxy calls from to TRUSTED_PROXIES",
    );
  if (found.way === "bare" && config.publicUrl.startsWith("https:"))
    return warning("the proxy adds no X-Forwarded-For, and all citizens count as one caller", "let the proxy add it");
  return ok(`${host} leads to this service`);
}

function statusFinding(status: number, host: string, said: (says: string, next: string) => Found): Found {
  if (status === 502 || status === 503 || status === 504)
    return said(`the proxy at ${host} answers ${status}: it does not reach the service`, "start the service; see PORT");
  if (status >= 300 && status < 400)
    return said(`${host} sends callers elsewhere (${status})`, "write the address it leads to into PUBLIC_URL");
  return said(
    `something else than this service answers at ${host} (${status})`,
    "PUBLIC_URL leads to another server, or the proxy does not pass /webhooks/* on",
  );
}

const NO_WAY_OUT = new Set(["EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|ERR_SSL|ERR_TLS|EPROTO|HOSTNAME_MISMATCH|DEPTH_ZERO/;

export function failureFinding(code: string, host: string, said: (says: string, next: string) => Found): Found {
  if (NO_WAY_OUT.has(code)) return unknown("no way out from here, so whether PUBLIC_URL is reached cannot be known");
  if (code === "ETIMEDOUT" || code === "UND_ERR_CONNECT_TIMEOUT")
    return unknown(`${host} did not answer from here, as behind some routers; open it on a phone`);
  if (code === "ENOTFOUND") return said(`no name server knows the host of PUBLIC_URL, ${host}`, "make its DNS entry");
  if (code === "ECONNREFUSED")
    return said(`nothing listens at ${host}`, "start the proxy, and open the firewall to it");
  if (code === "CERT_HAS_EXPIRED") return said(`the certificate of ${host} has expired`, "renew it; look at the proxy");
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return said(`the certificate of ${host} is another host's`, "let the proxy get one for this host");
  if (CERTIFICATE.test(code))
    return said(`the certificate of ${host} is not one that phones accept (${code})`, "use one of a public authority");
  return said(`${host} breaks the call off (${code})`, "look at the proxy's log");
}
