import { expect, test } from "vitest";
import * as errors from "../../src/provider/provider-error.ts";
import { toProviderError, toRecordedError } from "../../src/provider/recorded-error.ts";

const { ProviderError, ProviderRateLimitError } = errors;

const classes = Object.values(errors).filter(
  (candidate): candidate is typeof ProviderError =>
    candidate === ProviderError || candidate.prototype instanceof ProviderError,
);

test("every class of provider errors is in the table below", () => {
  expect(classes).toHaveLength(13);
});

test.each(classes.map((ErrorClass) => [ErrorClass.name, ErrorClass] as const))(
  "%s comes back as itself",
  (name, ErrorClass) => {
    const original = new ErrorClass("It did not work", {
      context: { provider: "openai", status: 500, parts: [1, null] },
      retryAfter: 1.5,
      cause: new Error("hidden"),
    });
    expect(original.name).toBe(name);
    const replayed = toProviderError(JSON.parse(JSON.stringify(toRecordedError(original))));
    expect(replayed.constructor).toBe(ErrorClass);
    expect(replayed.message).toBe("It did not work");
    expect(replayed.context).toEqual(original.context);
    expect(replayed.retryAfter).toBe(1.5);
    expect(replayed.isRetryable).toBe(original.isRetryable);
  },
);

test("a class that nobody knows comes back as the generic one", () => {
  class TeapotError extends ProviderError {
    override readonly name = "TeapotError";
  }
  const recorded = toRecordedError(new TeapotError("short and stout", { context: { a: 1 } }));
  expect(recorded.name).toBe("TeapotError");
  const replayed = toProviderError(recorded);
  expect(replayed.constructor).toBe(ProviderError);
  expect(replayed).toMatchObject({ message: "short and stout", context: { a: 1 } });
  expect(replayed.retryAfter).toBeUndefined();
});

test("a class named like a member of Object comes back as the generic one", () => {
  const recorded = { name: "constructor", message: "m", context: {}, retryAfter: undefined };
  expect(toProviderError(recorded).constructor).toBe(ProviderError);
});

test("a context that JSON cannot hold keeps its keys", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  const context = {
    size: 12n,
    at: new Date(0),
    cyclic,
    call() {
      return 1;
    },
    gone: undefined,
  };
  const { context: kept } = toRecordedError(
    new ProviderRateLimitError("wait", { context: context as never }),
  );
  expect(Object.keys(kept)).toEqual(["size", "at", "cyclic", "call"]);
  expect(kept["size"]).toBe("12");
  expect(kept["at"]).toBe("1970-01-01T00:00:00.000Z");
});
