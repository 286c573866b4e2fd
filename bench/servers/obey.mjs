// What every measured process does for the one that measures it.

/**
 * Says that the process is ready and answers its messages.
 *
 * @param {object} ready what is said first
 * @param {Record<string, () => unknown>} [acts] what the process does besides, by message
 */
export function obey(ready, acts = {}) {
  const known = {
    gc: () => globalThis.gc(),
    /** Processor time of all threads in microseconds: what others do meanwhile does not count. */
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return { cpuUs: user + system };
    },
    ...acts,
  };
  process.on("message", async (message) => {
    process.send((await known[message]?.()) ?? {});
  });
  process.on("disconnect", () => process.exit());
  process.send(ready);
}
