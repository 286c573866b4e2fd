/** The gateway, as the plug-in knows it from the environment. */
export interface GatewayAddress {
  readonly hostname: string;
  readonly port: number;
  /** `127.0.0.1:43121`. */
  readonly host: string;
  /** `http://127.0.0.1:43121`. */
  readonly origin: string;
  /** What stands before every path of a run that records: `/t/<token>`, or nothing. */
  readonly prefix: string;
}

/** Reads `TAPEGATE_URL`; `undefined` where there is no gateway. */
export function readGatewayAddress(text: string | undefined): GatewayAddress | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return {
    hostname: url.hostname.replace(/^\[(.*)\]$/u, "$1"),
    port: Number(url.port === "" ? 80 : url.port),
    host: url.host,
    origin: url.origin,
    prefix: url.pathname.replace(/\/$/u, ""),
  };
}
