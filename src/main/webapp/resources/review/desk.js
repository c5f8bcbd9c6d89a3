// The reviewer's desk by keyboard: one letter for each outcome, Ctrl+Enter to record it, and the next entry is fetched while
// this one is read. Without script the page works as any other.
const OUTCOMES = { d: "APPROVE", b: "RETURN", t: "REFUSE" };
let following = null;

const main = () => document.getElementById("main");
const form = () => document.getElementById("form");
const isTyping = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

function choose(outcome, reason) {
  const radio = form()?.querySelector(`input[type=radio][value=${outcome}]`);
  if (!radio) {
    return;
  }
  radio.checked = true;
  radio.focus();
  const select = document.getElementById("form:reason");
  select.value = reason;
  if (outcome !== "APPROVE") {
    select.focus();
  }
}

async function fetchNext() {
  following = null;
  const link = document.getElementById("next");
  if (link) {
    const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
    if (answer.ok && answer.url === link.href) {
      following = { url: link.href, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
      // What it says there was said of the entry before this one.
      following.page.querySelectorAll("#main .confirmation").forEach((told) => told.remove());
    }
  }
}

function show(page, url, told) {
  document.title = page.title;
  main().replaceWith(page.getElementById("main"));
  if (url) {
    history.pushState({ desk: true }, "", url);
  }
  if (told) {
    const note = document.createElement("div");
    note.className = "confirmation";
    note.setAttribute("role", "status");
    note.append(Object.assign(document.createElement("p"), { textContent: told }));
    main().querySelector("h1").after(note);
  }
  window.scrollTo(0, 0);
  main().focus();
  fetchNext().catch(() => (following = null));
}

async function record(event) {
  const sent = event.target;
  if (sent.id !== "form" || !following) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const next = following;
  const body = new URLSearchParams(new FormData(sent, event.submitter));
  const button = event.submitter;
  button.disabled = true;
  try {
    const answer = await fetch(sent.action, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      show(next.page, next.url, sent.dataset.told);
    } else {
      show(new DOMParser().parseFromString(await answer.text(), "text/html"), null, null);
    }
  } catch {
    // No network: the plain way says so in the browser's words and loses nothing that was typed.
    button.disabled = false;
    following = null;
    sent.requestSubmit(button);
  }
}

document.addEventListener("submit", (event) => void record(event), true);
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
    window.location.assign(new URL("verdicts", window.location.href));
  }
});
window.addEventListener("popstate", () => window.location.reload());
fetchNext().catch(() => (following = null));
