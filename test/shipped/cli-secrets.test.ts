import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../helpers/node-runtimes.ts";
import { makeFolder, runCli, type CliResult } from "../helpers/run-cli.ts";
import { startScriptedSessions, type ScriptedSessions } from "../helpers/scripted-sessions.ts";
import {
  startScriptedUpstream,
  type ReceivedRequest,
  type ScriptedAnswer,
  type ScriptedUpstream,
} from "../helpers/scripted-upstream.ts";

/** Put together here, so that no scanner takes this file for a leak. */
const letters = (count: number): string =>
  "Zq7Xw2Rt9Lm4Kp8Vn3Hs6Jd1Fg5Bc0Ty".repeat(4).slice(0, count);
const hex = (count: number): string => "9f3a6c17e05b82d4".repeat(8).slice(0, count);

/** Secrets of the environment: found by value, whatever they look like. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  OPENAI_API_KEY: `sk-proj-${letters(40)}`,
  ANTHROPIC_API_KEY: `sk-ant-api03-${letters(41)}`,
  AWS_SECRET_ACCESS_KEY: `${letters(20)}/+${letters(18)}`,
  GITHUB_TOKEN: `ghs_${letters(36)}`,
  DB_PASSWORD: 'corréct "horse"\\battery staple',
  MY_SERVICE_TOKEN: "plain-words-no-pattern-knows-88421",
  COMPANY_LICENCE: "LICENCE-7731-AXKQ-0042-named-by-option",
};

/** Secrets that only their form or their label tells: how they stand in a text, and what must not be found. */
const FORMS: readonly (readonly [kind: string, text: string, secret: string])[] = [
  ["Anthropic key", `sk-ant-api03-${letters(30)}a`, `${letters(30)}a`],
  ["OpenRouter key", `sk-or-v1-${hex(40)}`, `sk-or-v1-${hex(40)}`],
  ["Google key", `AIza${letters(35)}`, `AIza${letters(35)}`],
  ["Groq key", `gsk_${letters(44)}`, `gsk_${letters(44)}`],
  ["Hugging Face token", `hf_${letters(32)}`, `hf_${letters(32)}`],
  ["Replicate token", `r8_${letters(33)}`, `r8_${letters(33)}`],
  ["xAI key", `xai-${letters(60)}`, `xai-${letters(60)}`],
  ["Perplexity key", `pplx-${letters(42)}`, `pplx-${letters(42)}`],
  ["GitHub token", `github_pat_${letters(50)}`, `github_pat_${letters(50)}`],
  ["GitLab token", `glpat-${letters(21)}`, `glpat-${letters(21)}`],
  ["Slack token", `xoxb-1234567890-${letters(20)}`, `xoxb-1234567890-${letters(20)}`],
  ["Stripe key", `rk_live_${letters(26)}`, `rk_live_${letters(26)}`],
  ["AWS access key id", "AKIAQ3EXAMPLE7ZXCVBN", "AKIAQ3EXAMPLE7ZXCVBN"],
  ["bearer token", `Authorization: Bearer ${hex(38)}b`, `${hex(38)}b`],
  ["basic credentials", "Authorization: Basic dXNlcjpzM2NyZXQtd29yZHM=", "dXNlcjpzM2NyZXQtd29yZHM"],
  ["password in a URL", "postgres://app:s3cr3t-of-db@db.example/x", "s3cr3t-of-db"],
  ["presigned URL", `https://b.example/o?X-Amz-Signature=${hex(64)}&x=1`, hex(64)],
  ["signature of a request", `https://s.example/?sig=${letters(43)}s&se=2`, `${letters(43)}s`],
  ["cookie", `Cookie: session=${hex(31)}c; theme=dark`, `${hex(31)}c`],
  ["JSON web token", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.${letters(43)}j`, `${letters(43)}j`],
  [
    "PEM key",
    `-----BEGIN PRIVATE KEY-----\n${letters(64)}k\n-----END PRIVATE KEY-----`,
    `${letters(64)}k`,
  ],
  ["password of a label", "password: tulip granite forty", "tulip granite forty"],
  ["api key of a label", `"api_key": "${letters(16)}l"`, `${letters(16)}l`],
];

/** Secrets that only their place tells: a parameter that signs its URL, an option's value. */
const PLACED = {
  "signature of a query": `${letters(43)}q`,
  "value of an option": "tulip-granite-of-an-option",
} as const;

let upstream: ScriptedUpstream;
let sessions: ScriptedSessions;
let folder: string;
let recording: CliResult;
let replay: CliResult;
/** Every file of the folder but the suite itself. */
let written: readonly (readonly [path: string, bytes: Buffer])[] | undefined;

beforeAll(async () => {
  upstream = await startScriptedUpstream(answerOf);
  sessions = await startScriptedSessions((socket) => {
    socket.on("message", (message) => {
      const { echo } = JSON.parse((message as Buffer).toString()) as { readonly echo?: string };
      if (echo === undefined) socket.send('{"type":"ok"}');
      // In pieces, as realtime providers send text.
      else for (const delta of pieces(echo)) socket.send(JSON.stringify({ type: "delta", delta }));
    });
  });
  const configured = (more: object): string =>
    JSON.stringify({
      providers: {
        openai: { upstream: upstream.url },
        live: { upstream: sessions.url, dialect: "openai", env: { LIVE_BASE_URL: "/v1" } },
        ...more,
      },
    });
  const path = ENVIRONMENT["MY_SERVICE_TOKEN"];
  const dead = { upstream: `http://127.0.0.1:9/${path}`, dialect: "openai" };
  folder = makeFolder({
    "tapegate.json": configured({ dead }),
    "suite.mjs": SUITE,
    "tmp/.keep": "",
  });
  const environment = {
    ...ENVIRONMENT,
    TMPDIR: join(folder, "tmp"),
    SEEDS: JSON.stringify({
      environment: ENVIRONMENT,
      forms: FORMS.map(([, text]) => text),
      signature: PLACED["signature of a query"],
    }),
    WS: join(ROOT, "node_modules/ws/wrapper.mjs"),
  };
  const reports = ["json", "junit", "html"].flatMap((name) => ["--report", `${name}=${name}.out`]);
  const password = ["--password", PLACED["value of an option"]];
  const token = `--token=${ENVIRONMENT["MY_SERVICE_TOKEN"]}`;
  const suite = [process.execPath, "suite.mjs", token, ...password];
  const options = ["--secret", "COMPANY_LICENCE"];
  recording = await runCli(["record", ...options, ...reports, "--", ...suite], {
    cwd: folder,
    environment,
  });
  // What the user wrote himself is not what is looked for.
  writeFileSync(join(folder, "tapegate.json"), configured({}));
  const missing = reports.map((word) => word.replace(".out", ".replay"));
  replay = await runCli(["replay", ...options, ...missing, "--", ...suite, "misses"], {
    cwd: folder,
    environment,
  });
}, 60_000);

afterAll(async () => {
  await upstream.close();
  await sessions.close();
});

describe("a recording full of secrets", () => {
  test("took place: what was asked is on disk, and what echoes a secret was refused", () => {
    expect(recording.status).toBe(4);
    const written = Buffer.concat(filesBelow(join(folder, "cassettes")).map(bytesOf)).toString();
    for (const place of ["in a prompt", "in a form", "in a query", "in a header", "in a part"]) {
      expect(written).toContain(place);
    }
    expect(written).toContain('"kind": "websocket"');
    expect(written.match(/\[redacted\]/gu)!.length).toBeGreaterThan(100);
    const refusals = recording.stderr.match(/it holds the value of the secret \w+/gu) ?? [];
    // Body, escapes, error body, network chunks, deltas, base64 and a WebSocket session: none is there.
    expect(new Set(refusals).size).toBe(Object.keys(ENVIRONMENT).length);
    const echoes = upstream.requests.filter(({ body }) => asked(body).ask !== undefined);
    expect(echoes.length).toBe(6 * Object.keys(ENVIRONMENT).length);
    expect(written).not.toMatch(/"how":|"echo":/u);
  });

  test("what could not be served or asked is told", () => {
    const { troubles } = JSON.parse(readFileSync(join(folder, "json.out"), "utf8")) as {
      readonly troubles: readonly string[];
    };
    for (const what of ["no provider is mounted", "gRPC is not recorded", "cannot be reached"]) {
      const told = troubles.filter((trouble) => trouble.includes(what));
      expect(told.length).toBeGreaterThan(0);
      expect(recording.stderr).toContain(told[0]);
    }
  });

  test("the provider got them all the same", () => {
    const sent = upstream.requests.map(
      ({ body, headers }) => body.toString() + JSON.stringify(headers),
    );
    expect(sent.join()).toContain(ENVIRONMENT["MY_SERVICE_TOKEN"]);
    expect(sent.join()).toContain(FORMS[0]![2]);
  });

  test("a replay that misses all of it has it in every report", () => {
    expect(replay.status).toBe(3);
    for (const name of ["json.replay", "junit.replay", "html.replay"]) {
      expect(readFileSync(join(folder, name), "utf8")).toContain("in a prompt");
    }
  });

  const secrets: readonly (readonly [string, string])[] = [
    ...Object.entries(ENVIRONMENT),
    ...FORMS.map(([kind, , secret]) => [kind, secret] as const),
    ...Object.entries(PLACED),
  ];
  test.each(secrets)("no byte of it was written: %s", (_, secret) => {
    const outputs = [recording, replay].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    written ??= filesBelow(folder)
      .filter((path) => !path.endsWith("suite.mjs"))
      .map((path) => [path, bytesOf(path)] as const);
    const places = [
      ...written,
      ...outputs.map((text, at) => [`output ${at}`, Buffer.from(text)] as const),
    ];
    const found = places.flatMap(([path, bytes]) =>
      spellingsOf(secret).some((spelling) => bytes.includes(spelling)) ? [path] : [],
    );
    expect(found).toEqual([]);
    expect(places.length).toBeGreaterThan(12);
  });

  test("tapegate scan agrees", async () => {
    const scan = await runCli(["scan", "--secret", "COMPANY_LICENCE", "."], {
      cwd: folder,
      environment: ENVIRONMENT,
    });
    const rows = scan.stdout.split("\n").filter((line) => /^\S/u.test(line));
    expect(rows.join("\n")).toMatch(/^no secrets in \d+ files$/u);
    expect(scan.status).toBe(0);
  });
});

describe("tapegate scan, show and diff", () => {
  test("find each kind where it lies, and print none", async () => {
    const place = makeFolder({ "dump.txt": FORMS.map(([, text]) => text).join("\n\n") });
    const scan = await runCli(["scan", "dump.txt", "--json"], { cwd: place });
    expect(scan.status).toBe(1);
    const { findings } = JSON.parse(scan.stdout) as {
      readonly findings: readonly { readonly at: string; readonly kind: string }[];
    };
    // Labels prove nothing in a text of any origin; everything else is found.
    expect(findings.length).toBeGreaterThanOrEqual(FORMS.length - 2);
    for (const [, , secret] of FORMS) expect(scan.stdout + scan.stderr).not.toContain(secret);
  });

  test("keep to themselves what an insisted recording holds", async () => {
    const place = makeFolder({
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    });
    const [secret] = [ENVIRONMENT["DB_PASSWORD"]!];
    const script = `for (const how of ["body", "deltas"]) await (await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
      method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ model: "m", stream: how === "deltas", how, ask: "DB_PASSWORD" }) })).text();`;
    const suite = [process.execPath, "--input-type=module", "-e", script];
    const environment = { DB_PASSWORD: secret };
    const run = await runCli(["record", "--allow-secret-in-outcome", "--", ...suite], {
      cwd: place,
      environment,
    });
    expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: 0 });
    const scan = await runCli(["scan", "--json"], { cwd: place, environment });
    expect(scan.status).toBe(1);
    const kinds = JSON.parse(scan.stdout).findings.map(({ position, kind }: never) => [
      position,
      kind,
    ]);
    expect(kinds).toEqual([
      [1, "value of DB_PASSWORD"],
      [2, "value of DB_PASSWORD, split over pieces"],
    ]);
    const show = await runCli(["show", "default"], { cwd: place, environment });
    const json = await runCli(["show", "default", "--json"], { cwd: place, environment });
    expect(show.stdout.match(/\[redacted\]/gu)).toHaveLength(2);
    for (const { stdout, stderr } of [scan, show, json]) {
      for (const spelling of spellingsOf(secret)) expect(stdout + stderr).not.toContain(spelling);
    }
  });
});

/** Answers as it is asked: `how` says in which way the answer repeats a secret. */
function answerOf({ body }: ReceivedRequest): ScriptedAnswer {
  const { how, ask } = asked(body);
  const secret = ask === undefined ? undefined : ENVIRONMENT[ask];
  if (secret === undefined) return { headers: SECRET_HEADERS, body: '{"ok":true}' };
  const text = JSON.stringify({ choices: [{ message: { content: `It is ${secret}.` } }] });
  const error = JSON.stringify({ error: { message: `Incorrect API key: ${secret}` } });
  const event = (content: string): string =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
  const headers = { "content-type": "text/event-stream" };
  switch (how) {
    case "escapes":
      return { body: `{"all": "${escapesOf(secret)}"}` };
    case "error":
      return { status: 401, body: error };
    case "chunks":
      return { headers, chunks: pieces(event(secret)) };
    case "deltas":
      return { headers, chunks: [...pieces(secret).map(event), "data: [DONE]\n\n"] };
    case "base64":
      return {
        headers: { "content-type": "audio/mpeg" },
        body: Buffer.from(`\u0000\uffff${secret}`, "utf8"),
      };
    case undefined:
    default:
      return { body: text };
  }
}

const SECRET_HEADERS = {
  "content-type": "application/json",
  "set-cookie": `sid=${hex(31)}c`,
  "x-amz-security-token": ENVIRONMENT["AWS_SECRET_ACCESS_KEY"]!,
};

function asked(body: Buffer): { readonly how?: string; readonly ask?: string } {
  try {
    return JSON.parse(body.toString()) as { readonly how?: string; readonly ask?: string };
  } catch {
    // A form or an upload asks for nothing.
    return {};
  }
}

/** As JSON may write every character. */
function escapesOf(text: string): string {
  const units = text.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  return units.map((unit) => `\\u${unit}`).join("");
}

function pieces(text: string): readonly string[] {
  return text.match(/[^]{1,5}/gu) ?? [];
}

/** As it is, in JSON, in a URL, in base64 wherever it may begin there, and as XML and HTML write it. */
function spellingsOf(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inXml = secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const inBase64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
      .toString("base64")
      .slice(Math.ceil((offset * 8) / 6), -4),
  );
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(secret),
    inXml,
    escapesOf(secret),
    escapesOf(secret).replaceAll("\\", "\\\\"),
    ...inBase64,
  ];
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function bytesOf(path: string): Buffer {
  return readFileSync(path);
}

/** Asks in every place of a request; takes a copy of journals while they are there. */
const SUITE = String.raw`
import { cpSync, existsSync } from "node:fs";
const { environment, forms, signature } = JSON.parse(process.env.SEEDS);
const real = Object.values(environment);
const misses = process.argv.includes("misses");
const base = process.env.OPENAI_BASE_URL;
const json = { "content-type": "application/json" };
const post = async (path, body, headers = json) => (await fetch(base + path, { method: "POST", headers, body })).text().catch(() => "");
const note = misses ? "another time, " : "";
for (const secret of [...real, ...forms]) {
  const ask = (more) => JSON.stringify({ model: "m", ...more });
  await post("/chat/completions", ask({ messages: [{ role: "user", content: note + "in a prompt " + secret + " and on" }] }));
  await post("/chat/completions", ask({ messages: [{ role: "tool", content: note + JSON.stringify({ inner: JSON.stringify({ text: secret }) }) }] }));
  await post("/chat/completions?where=in+a+query" + note.length + "&plain=" + encodeURIComponent(secret) + "&key=" + encodeURIComponent(secret), ask({}));
  await post("/completions", new URLSearchParams({ where: note + "in a form", text: secret }).toString(), { "content-type": "application/x-www-form-urlencoded" });
  const line = encodeURIComponent(secret);
  await post("/embeddings", ask({ input: note + "in a header" }), { ...json, "x-api-key": line, authorization: "Bearer " + line, cookie: "sid=" + line, "x-custom": line });
  const form = new FormData();
  form.append("where", note + "in a part");
  form.append("text", secret);
  form.append("file", new Blob(["binary\u0000" + secret]), "notes.bin");
  await post("/files", form, {});
}
await post("/chat/completions?where=in+a+signed+query" + note.length + "&sig=" + signature, "{}");
for (const [name, secret] of Object.entries(environment)) {
  const encoded = Buffer.from("user:" + secret).toString("base64");
  await post("/chat/completions", JSON.stringify({ messages: [{ role: "user", content: note + "basic " + encoded + " end" }] }));
  await post("/things/" + encodeURIComponent(secret) + "/in-a-path" + note.length, "{}");
  if (!misses) {
    const line = encodeURIComponent(secret);
    const root = process.env.TAPEGATE_URL;
    for (const [path, type] of [
      ["/nobody-" + line + "/v1/x", "application/json"],
      ["/openai/" + line + "/sendMessage", "application/grpc"],
      ["/dead/v1/" + line, "application/json"],
    ]) await (await fetch(root + path, { method: "POST", headers: { "content-type": type }, body: "{}" })).text();
  }
  for (const how of ["body", "escapes", "error", "chunks", "deltas", "base64"]) {
    await post("/chat/completions", JSON.stringify({ model: "m", stream: true, how: how, ask: name, note })).catch(() => {});
  }
}
const { WebSocket } = await import(process.env.WS);
const speak = (texts) => new Promise((done) => {
  const socket = new WebSocket(process.env.LIVE_BASE_URL.replace("http", "ws") + "/realtime?model=m" + note.length + texts.length);
  let left = texts.length;
  socket.on("open", () => texts.forEach((text) => socket.send(JSON.stringify(text))));
  socket.on("message", () => { left -= 1; if (left === 0) setTimeout(() => socket.close(), 30); });
  socket.on("close", done);
  socket.on("error", done);
});
await speak([...real, ...forms].map((text) => ({ type: "say", text })));
await speak([{ echo: real[5] }]);
if (!misses) cpSync("cassettes", "journals", { recursive: true });
`;
