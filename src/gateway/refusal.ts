import type { ServerResponse } from "node:http";
import type { Dialect } from "../exchange/dialect.ts";
import { type Refusal, toRefusalAnswer } from "../exchange/refusal.ts";
import { flatHeaders, isGone } from "./exchange.ts";

/** Answers with a failure in the wire's error shape. */
export function answerRefusal(
  response: ServerResponse,
  refusal: Refusal,
  dialect: Dialect | undefined,
): void {
  if (response.headersSent || isGone(response)) return;
  if (isGrpc(response)) {
    answerGrpc(response, refusal.message);
    return;
  }
  const answer = toRefusalAnswer(refusal, dialect);
  const body = Buffer.from(answer.body, "utf8");
  response.sendDate = false;
  response.writeHead(refusal.status, [
    ...flatHeaders(answer.headers),
    "content-length",
    String(body.length),
  ]);
  response.end(body);
}

function isGrpc(response: ServerResponse): boolean {
  const { headers, httpVersionMajor } = response.req;
  return httpVersionMajor === 2 && headers["content-type"]?.startsWith("application/grpc") === true;
}

/** A failure as gRPC reads it: status 12, unimplemented, and the words percent-encoded. */
function answerGrpc(response: ServerResponse, message: string): void {
  response.writeHead(200, {
    "content-type": "application/grpc",
    "grpc-status": "12",
    "grpc-message": encodeURIComponent(message),
    "x-tapegate": "refused",
  });
  response.end();
}
