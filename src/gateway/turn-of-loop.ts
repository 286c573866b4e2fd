/**
 * Resolves when everything was looked at that had happened by now. Of a client that leaves and a signal that
 * comes at the same moment, the loop sees the client first.
 */
export function turnOfLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
