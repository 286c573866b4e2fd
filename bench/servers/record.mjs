// Tapegate's gateway recording onto disk: `record.mjs <library> <upstream> <folder>`.
const [library, upstream, folder] = process.argv.slice(2);
const { configureProviders, openDirectoryStore, openSession, startGateway } = await import(library);

const log = { warn: console.error, error: console.error };
const store = openDirectoryStore(`${folder}/cassettes`);
const session = openSession({ mode: "record", store, clock: { now: Date.now }, log });
const { mounts } = configureProviders({ openai: { upstream: `${upstream}/s/json/openai` } });
const gateway = await startGateway({ session, mounts, log, report: () => session.tally() });
process.send({ port: gateway.port });
process.on("disconnect", () => {
  session.close();
  process.exit();
});
