import type { Redactor } from "./ports.ts";
import type { CassetteRequest, JsonValue, RequestIdentity, Segment } from "./values.ts";

/**
 * A request whose endpoint, model, call site and names of segments may be stored and said aloud: a path, what
 * a body calls its model, a file's name and a form field's can hold a secret as any text can.
 */
export function toNameableRequest(request: CassetteRequest, redactor: Redactor): CassetteRequest {
  return new NameableRequest(request, redactor);
}

/** Asks for each member when it is asked for: a hit needs none but the identity. */
class NameableRequest implements CassetteRequest {
  // Not `#`: callers replace single members by `Object.create(request, …)`.
  private readonly asked: CassetteRequest;
  private readonly redactor: Redactor;
  readonly callSite?: string;
  readonly callers?: readonly string[];
  readonly testSite?: string;

  constructor(asked: CassetteRequest, redactor: Redactor) {
    this.asked = asked;
    this.redactor = redactor;
    const { callSite, callers, testSite } = asked;
    if (callSite !== undefined) this.callSite = redactor.redactText(callSite);
    if (callers !== undefined) this.callers = callers.map((one) => redactor.redactText(one));
    if (testSite !== undefined) this.testSite = redactor.redactText(testSite);
  }

  get identity(): RequestIdentity {
    return this.asked.identity;
  }

  get endpoint(): string {
    return this.redactor.redactText(this.asked.endpoint);
  }

  get model(): string | undefined {
    const { model } = this.asked;
    return model === undefined ? undefined : this.redactor.redactText(model);
  }

  get segments(): readonly Segment[] {
    return this.asked.segments.map(({ name, value }) => ({
      name: this.redactor.redactText(name),
      value,
    }));
  }

  get copy(): JsonValue {
    return this.asked.copy;
  }
}
