/*
 * What was typed is kept in this tab alone, for the same account and the same page, when the page has to be loaded anew:
 * in another language, or after the end of a session that nobody used; so is what a form sends, until a page answers to
 * somebody who is signed in. Half an hour is enough for the way back; signing out ends it at once, in every tab. Numbers of
 * documents and phones are not kept, except on the way to the other language. The end of a session is said beforehand and put off with one button or by typing on. Tabs share
 * the time of the last request.
 */
const SEEN = "portal.seen";
const KEPT = "portal.kept";
const CELLS = "portal.kept.cells";
const WARNING = 5 * 60;
const LEFT = "portal.left";
const KEPT_FOR = 30 * 60 * 1000;
const LEAVING = 10 * 1000;
const HANDS_OFF = "[type='hidden'], [type='password'], [type='file'], [type='submit'], [type='button'], [data-forget]";
const PERSONAL = "[data-personal='true']";
const opened = Date.now();

function fields() {
  return [...document.querySelectorAll("main form :is(input, select, textarea)[name]")].filter(
    (field) => !field.matches(HANDS_OFF),
  );
}

function state(field) {
  if (field.matches("[type='checkbox'], [type='radio']")) {
    return field.checked;
  }
  return field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value;
}

function key(field) {
  return field.matches("[type='checkbox'], [type='radio']") ? field.name + "=" + field.value : field.name;
}

function restore(field, kept) {
  if (typeof kept === "boolean") {
    field.checked = kept;
  } else if (Array.isArray(kept)) {
    [...field.options].forEach((option) => (option.selected = kept.includes(option.value)));
  } else {
    field.value = kept;
  }
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

const dialog = document.getElementById("session-warning");
const account = dialog?.dataset.account ?? "";
const here = () => location.pathname + location.search;

const leftAt = () => Number(localStorage.getItem(LEFT));
const forget = () => sessionStorage.removeItem(KEPT);

function keep(some, how) {
  if (some.length > 0 && leftAt() < opened) {
    const values = Object.fromEntries(some.map((field) => [key(field), state(field)]));
    sessionStorage.setItem(KEPT, JSON.stringify({ account, here: here(), values, at: Date.now(), ...how }));
  }
}

const changed = () =>
  fields().filter((field) => !field.matches(PERSONAL) && JSON.stringify(state(field)) !== before.get(field));

/** Cells that a grid has left are its own to bring back, and nobody else's, and not after signing out: the page that went then was left by it. */
function dropOthersCells() {
  const kept = JSON.parse(sessionStorage.getItem(CELLS) ?? "null");
  const signedOut = kept?.at < leftAt() + LEAVING;
  if (kept && (signedOut || (account && kept.account !== account) || Date.now() - kept.at > KEPT_FOR)) {
    sessionStorage.removeItem(CELLS);
  }
}

function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (!kept) {
    return;
  }
  const rest = kept.at + KEPT_FOR - Date.now();
  const elsewhere = kept.here !== here();
  if (rest <= 0 || kept.at < leftAt() || (kept.silent && elsewhere)) {
    forget();
  } else if (!account && kept.account) {
    // On the way through the sign-in; what a form sent has led here, and was not heard.
    sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, sent: false }));
    setTimeout(forget, rest);
  } else if (kept.sent || kept.account !== account) {
    forget();
  } else if (elsewhere) {
    setTimeout(forget, rest);
  } else {
    forget();
    fields().forEach((field) => key(field) in kept.values && restore(field, kept.values[key(field)]));
    const notice = document.getElementById("session-restored");
    if (notice && !kept.silent) {
      notice.hidden = false;
      notice.focus();
    }
  }
}

function watch() {
  const { seconds, ping, signIn } = dialog.dataset;
  const total = Number(seconds);
  const warning = Math.min(WARNING, total / 3);
  const left = dialog.querySelector("#session-left");
  let ended = false;

  function seen() {
    localStorage.setItem(SEEN, String(Date.now()));
  }

  function remaining() {
    return total - (Date.now() - Number(localStorage.getItem(SEEN))) / 1000;
  }

  async function stay() {
    const answer = await fetch(ping, { method: "POST", cache: "no-store" }).catch(() => null);
    if (answer?.ok) {
      seen();
      dialog.close();
    } else if (answer) {
      end();
    }
  }

  function end() {
    // A page that has not saved everything stays, and asks to sign in beside it.
    if (ended || !document.dispatchEvent(new Event("portal:session-ended", { cancelable: true }))) {
      dialog.close();
      return;
    }
    ended = true;
    keep(changed());
    toSignIn();
  }

  function toSignIn() {
    location.assign(signIn + "?expired=true&then=" + encodeURIComponent(here()));
  }

  /* Of a form that a script sent: to the sign-in, or to the page anew where it was only open for too long. */
  async function notHeard() {
    ended = true;
    keep(changed());
    const answer = await fetch(ping, { method: "POST", cache: "no-store", redirect: "manual" }).catch(() => null);
    if (answer?.ok) {
      location.reload();
    } else {
      toSignIn();
    }
  }

  function tick() {
    const rest = remaining();
    if (rest <= 0) {
      end();
    } else if (rest <= warning) {
      const whole = Math.ceil(rest);
      left.textContent = Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
      if (!dialog.open) {
        dialog.showModal();
      }
    } else if (dialog.open) {
      dialog.close();
    }
  }

  /* Whoever types is not away, although the server hears nothing of it. */
  function typing() {
    if (!dialog.open && remaining() < total * 0.8) {
      seen();
      stay();
    }
  }

  seen();
  document.querySelector("main").addEventListener("input", typing);
  document.addEventListener("portal:not-heard", notHeard);
  document.addEventListener("submit", (event) => {
    if (event.target.id === "leave") {
      localStorage.setItem(LEFT, String(Date.now()));
      forget();
    } else if (!event.defaultPrevented && event.target.closest("main")) {
      keep(changed(), { sent: true });
    }
  });
  dialog.querySelector("#session-stay").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  new PerformanceObserver((list) => {
    if (list.getEntries().some((entry) => ["xmlhttprequest", "fetch"].includes(entry.initiatorType))) {
      seen();
    }
  }).observe({ type: "resource" });
  document.addEventListener("visibilitychange", tick);
  setInterval(tick, 1000);
}

const before = new WeakMap(fields().map((field) => [field, JSON.stringify(state(field))]));
dropOthersCells();
bringBack();
addEventListener("storage", (event) => event.key === LEFT && forget());
document.querySelector("a.language")?.addEventListener("click", () => keep(fields(), { silent: true }));
if (dialog) {
  watch();
}
