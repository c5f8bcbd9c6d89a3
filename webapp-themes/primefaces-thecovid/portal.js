/* Everything here works by mark-up alone, also on what a partial update brings in later. */

function focusable(target) {
  return target.matches("input, select, textarea, button, a") ? target : target.querySelector("input, select, textarea");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a[href^='#']");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const input = field && focusable(field);
  if (input) {
    event.preventDefault();
    input.closest("details")?.setAttribute("open", "");
    input.closest("dialog:not([open])")?.showModal();
    (input.closest(".field") ?? input).scrollIntoView();
    input.focus({ preventScroll: true });
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.opens).showModal();
  } else if (event.target.closest("[data-closes]")) {
    event.preventDefault();
    event.target.closest("dialog").close();
  }
});

/* Another empty row for a table of fields, whose names end in their number. */
document.addEventListener("click", (event) => {
  const adder = event.target.closest("[data-adds]");
  if (adder) {
    const body = document.getElementById(adder.dataset.adds);
    const row = body.lastElementChild.cloneNode(true);
    const number = body.children.length;
    row.querySelectorAll("input").forEach((field) => {
      field.value = "";
      field.name = field.name.replace(/\d+$/, number);
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, number + 1));
    });
    body.append(row);
    row.querySelector("input").focus();
  }
});

/* A file that a form sends leaves the page as it is, so the form must work again after a moment. */
const lastSent = new WeakMap();
document.addEventListener("submit", (event) => {
  const now = Date.now();
  if (now - (lastSent.get(event.target) ?? 0) < 1000) {
    event.preventDefault();
  }
  lastSent.set(event.target, now);
});

function rows(scope) {
  return [...scope.querySelectorAll("tbody .select input[type='checkbox']:not(:disabled)")];
}

function count(form) {
  const output = form?.querySelector(".bulk-count");
  if (output) {
    const ticked = rows(form).filter((box) => box.checked).length;
    const sentence = (ticked === 1 && output.dataset.one) || output.dataset.many || "{0}";
    output.textContent = sentence.replace("{0}", ticked.toLocaleString(document.documentElement.lang));
    output.parentElement.dataset.ticked = ticked;
    form.querySelectorAll("[data-needs-ticks]").forEach((button) => (button.disabled = ticked === 0));
    const all = form.querySelector("[data-select-all]");
    if (all) {
      all.checked = ticked > 0 && ticked === rows(form).length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-select-all]")) {
    rows(event.target.closest("table")).forEach((box) => (box.checked = event.target.checked));
  }
  count(event.target.closest("form"));
});

let announced = null;
function settle() {
  const summary = document.querySelector(".error-summary");
  if (summary && summary !== announced) {
    summary.focus();
    // A question whose answer was wrong is asked again, with what is wrong at its field.
    const asked = document.querySelector("dialog:not([open]):has(.field-error)");
    asked?.showModal();
    asked?.querySelector("[aria-invalid='true']")?.focus();
  }
  announced = summary;
  document.querySelectorAll("form:has(.bulk-count)").forEach(count);
}

const changes = new MutationObserver(() => {
  changes.disconnect();
  settle();
  watch();
});

function watch() {
  changes.observe(document.getElementById("main"), { childList: true, subtree: true });
}

settle();
watch();

// A part of the page that a job works on: fetched anew until the page no longer holds it, then the page is loaded whole; or
// until it says that it stays as it is.
function keepFresh(part) {
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!answer.ok || answer.redirected || !fresh) {
        location.replace(location.href);
        return;
      }
      const before = part.textContent;
      if (fresh.textContent !== before) {
        part.innerHTML = fresh.innerHTML;
      }
      if (!fresh.dataset.refresh) {
        return;
      }
    } catch (offline) {
      console.info("the page is asked for again later", offline);
    }
    keepFresh(part);
  }, Number(part.dataset.refresh));
}

document.querySelectorAll("[data-refresh][id]").forEach(keepFresh);
