import type { Dialect } from "../exchange/dialect.ts";
import { type Refusal, toRefusalAnswer } from "../exchange/refusal.ts";

/** The status that every tried SDK raises at once, unretried; it occurs in no recorded answer. */
const refusalStatus = 406;

/** A refusal as `fetch` gives it: the gateway's answer, in the shape of the provider's own errors. */
export function toRefusal(mark: Refusal["mark"], message: string, dialect?: Dialect): Response {
  const answer = toRefusalAnswer({ status: refusalStatus, mark, message }, dialect);
  return new Response(answer.body, {
    status: refusalStatus,
    statusText: "Not Acceptable",
    headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
  });
}
