/* The calls of the API that a device of a post makes. */

const API = new URL("../api/v1/", import.meta.url);
const PATIENCE = 20_000;
const PATIENCE_OF_A_QUEUE = 5000; // somebody stands there and waits

/* The portal did not answer. */
export class Unreachable extends Error {}

/* The portal said no: a status, the code of the reason and a sentence in the reader's language. */
export class Denied extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.code = problem.code ?? "";
  }

  get shutOut() {
    return this.status === 401 && this.code === "verification.device-void";
  }
}

async function call(path, { secret, json, accept, patience = PATIENCE } = {}) {
  const headers = { "Accept-Language": document.documentElement.lang };
  if (accept) {
    headers.Accept = accept;
  }
  if (secret) {
    headers.Authorization = `Device ${secret}`;
  }
  if (json) {
    headers["Content-Type"] = "application/json";
  }
  let answer;
  let body;
  try {
    answer = await fetch(new URL(path, API), {
      method: json ? "POST" : "GET",
      headers,
      body: json && JSON.stringify(json),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    body = new Uint8Array(await answer.arrayBuffer());
  } catch (failure) {
    throw new Unreachable(String(failure));
  }
  const type = answer.headers.get("Content-Type") ?? "";
  if (!answer.ok) {
    throw new Denied(answer.status, type.includes("json") ? parsed(body) : {});
  }
  return { body, type };
}

function parsed(body) {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (noJson) {
    throw new Unreachable("not the portal's answer"); // the sign-in page of a network, for example
  }
}

export async function signIn(code) {
  return parsed((await call("devices", { json: { code } })).body);
}

export async function trust() {
  return (await call("trust/bundle")).body;
}

export function wholeList(secret) {
  return call("status-list", { secret, accept: "application/statuslist+cwt" });
}

/* What changed since then, or the whole list: `whole` tells. */
export async function listSince(secret, since) {
  const answer = await call(`status-list/changes?since=${since}`, { secret });
  return { ...answer, whole: answer.type.startsWith("application/statuslist+cwt") };
}

export async function sheet(secret) {
  return (await call("post/sheet", { secret, accept: "application/cwt" })).body;
}

export async function sendScans(secret, scans) {
  return parsed((await call("post/scans", { secret, json: { scans } })).body);
}

export async function lookUp(secret, asked) {
  return parsed((await call("post/lookups", { secret, json: asked, patience: PATIENCE_OF_A_QUEUE })).body).card;
}

export async function details(secret, number, reason) {
  return parsed((await call("post/details", { secret, json: { number, reason } })).body);
}
