/** Why a gateway could not start. Part of the public interface: add codes, never rename one. */
export type GatewayErrorCode = "GATEWAY_PORT_IN_USE" | "GATEWAY_CANNOT_LISTEN" | "GATEWAY_TOKEN";

/** A gateway cannot start. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly code: GatewayErrorCode;

  constructor(code: GatewayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
