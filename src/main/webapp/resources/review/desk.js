// The reviewer's desk by keyboard: one letter for each outcome, Ctrl+Enter to record it, and the next entry is fetched while
// this one is read; it is nobody's, and nobody has looked at it, until the verdict on this one leads there and tells the portal
// that its page is the one that was fetched. What was recorded is said in the words of the portal, never from here. Without script the page works as
// any other.
const OUTCOMES = { d: "APPROVE", b: "RETURN", t: "REFUSE" };
let following = null;
let undoable = true;

const main = () => document.getElementById("main");
// Where nothing follows, the queue takes the place of the entry: its form is none of this desk.
const form = () => document.getElementById("form:decide")?.form ?? null;
const isTyping = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

function choose(outcome, reason) {
  const radio = form()?.querySelector(`input[type=radio][value=${outcome}]`);
  if (!radio) {
    return;
  }
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  radio.focus();
  const select = document.getElementById("form:reason");
  select.value = reason;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  if (outcome !== "APPROVE") {
    select.focus();
  }
}

const parse = (text) => new DOMParser().parseFromString(text, "text/html");

/** The page at an address, or null where the portal leads elsewhere. */
async function read(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  return answer.ok && answer.url === url ? { url, page: parse(await answer.text()) } : null;
}

async function fetchNext() {
  following = null;
  const link = document.getElementById("next");
  if (!link) {
    return;
  }
  const headers = { Accept: "text/html, text/plain", Purpose: "preload" };
  const told = await fetch(link.href, { headers });
  if (!told.ok || !told.headers.get("Content-Type")?.startsWith("text/plain")) {
    return;
  }
  const url = new URL(await told.text(), window.location.href);
  // Where nothing follows it is the queue, which is no entry to show.
  if (!url.pathname.endsWith("/agency/review-entry")) {
    return;
  }
  const answer = await fetch(url, { headers });
  if (answer.ok && answer.url === url.href) {
    following = { url: answer.url, page: parse(await answer.text()) };
  }
}

function say(text, kind) {
  const note = document.createElement("div");
  note.className = kind;
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("p"), { textContent: text }));
  main().querySelector("h1").after(note);
}

/** To what can be taken back; where there is nothing, that is said here. */
async function undo() {
  const url = new URL("verdicts", window.location.href).href;
  const words = document.getElementById("undo-words").dataset;
  const verdicts = undoable ? await read(url).catch(() => null) : null;
  const nothing = !undoable ? words.atOnce : verdicts && !verdicts.page.getElementById("undoable") ? words.nothing : "";
  if (nothing) {
    main().querySelector(".nothing-to-undo")?.remove();
    say(nothing, "notice nothing-to-undo");
  } else {
    window.location.assign(url);
  }
}

function show(page, url, told) {
  document.title = page.title;
  // The dialog about the end of the session is watched, and stays.
  page.getElementById("session-warning")?.replaceWith(document.getElementById("session-warning"));
  main().replaceChildren(...page.getElementById("main").childNodes);
  if (url) {
    history.pushState({ desk: true }, "", url);
  }
  if (told) {
    say(told, "confirmation");
  }
  window.scrollTo(0, 0);
  if (!main().querySelector(".error-summary")) {
    main().focus();
  }
  document.dispatchEvent(new Event("portal:entry-shown"));
  fetchNext().catch(() => (following = null));
}

async function goOn({ told, next, undoable: canBeUndone }, loaded) {
  undoable = canBeUndone;
  const url = new URL(next, window.location.href).href;
  const page = loaded?.url === url ? loaded : await read(url).catch(() => null);
  if (page) {
    show(page.page, url, told);
  } else {
    window.location.assign(url);
  }
}

async function record(event) {
  const sent = event.target;
  if (sent !== form() || !event.submitter) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  // What comes in after this the portal does not know of.
  const loaded = following;
  const body = new URLSearchParams(new FormData(sent, event.submitter));
  if (loaded) {
    const { pathname, search } = new URL(loaded.url);
    body.set("loaded", pathname + search);
  }
  const button = event.submitter;
  button.disabled = true;
  try {
    const answer = await fetch(sent.action, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { Accept: "application/json, text/html" },
    });
    if (answer.type === "opaqueredirect") {
      // Signed out meanwhile, or open for too long: nothing was recorded. What was typed is kept, and filled in again.
      document.dispatchEvent(new Event("portal:not-heard"));
    } else if (answer.headers.get("Content-Type")?.startsWith("application/json")) {
      await goOn(await answer.json(), loaded);
    } else {
      show(parse(await answer.text()), null, null);
    }
  } catch {
    // No network: the plain way says so in the browser's words and loses nothing that was typed.
    button.disabled = false;
    document.removeEventListener("submit", listen, true);
    sent.requestSubmit(button);
  }
}

const listen = (event) => void record(event);
document.addEventListener("submit", listen, true);
document.addEventListener("click", (event) => {
  const suggestion = event.target.closest("button[data-outcome]");
  if (suggestion) {
    choose(suggestion.dataset.outcome, suggestion.dataset.reason);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form()) {
    event.preventDefault();
    document.getElementById("form:decide").click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) {
    return;
  }
  const key = event.key.toLowerCase();
  if (OUTCOMES[key]) {
    event.preventDefault();
    choose(OUTCOMES[key], "");
  } else if (key === "c") {
    const forwarding = document.getElementById("forwarding");
    if (forwarding) {
      event.preventDefault();
      forwarding.open = true;
      document.getElementById("forward:agency").focus();
    }
  } else if (key === "g") {
    const closed = document.querySelector("details.document:not([open])");
    if (closed) {
      event.preventDefault();
      closed.open = true;
      closed.querySelector("summary").focus();
    }
  } else if (key === "n") {
    document.getElementById("next")?.click();
  } else if (key === "z") {
    void undo();
  }
});
window.addEventListener("popstate", () => window.location.reload());
fetchNext().catch(() => (following = null));
