/** A promise that a test settles by hand. */
export interface Signal {
  readonly come: Promise<void>;
  readonly give: () => void;
}

export function openSignal(): Signal {
  let give = (): void => {};
  const come = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { come, give };
}

/** Long enough for any machine: only a test that fails waits for it. */
const PATIENCE_MS = 20_000;

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error("It did not come to pass");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
