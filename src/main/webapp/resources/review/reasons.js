// Of the reasons, those of the chosen outcome; and what the organisation will read of the chosen one. Heard from the document,
// so that it goes on where the desk puts another entry in the place of this one.
const GROUPS = ["RETURN", "REFUSE"];
const all = new WeakMap();

const select = () => document.getElementById("form:reason");
const outcome = () => document.querySelector("#form input[type=radio]:checked")?.value;

function limit() {
  const list = select();
  if (!list) {
    return;
  }
  if (!all.has(list)) {
    all.set(list, [...list.querySelectorAll("optgroup")]);
  }
  const chosen = list.value;
  const wanted = outcome();
  list.querySelectorAll("optgroup").forEach((group) => group.remove());
  list.append(...all.get(list).filter((_, at) => !wanted || GROUPS[at] === wanted));
  list.value = [...list.options].some((option) => option.value === chosen) ? chosen : "";
  tell();
}

function tell() {
  const told = document.getElementById("reason-told");
  const chosen = select().value && document.querySelector(`[data-reason-text="${select().value}"]`);
  told.hidden = !chosen;
  told.querySelector("span").textContent = chosen ? chosen.textContent : "";
  const proposal = Boolean(chosen) && chosen.dataset.proposal === "true";
  document.getElementById("reason-proposal").hidden = !proposal;
  const atOnce = document.getElementById("form:atOnce");
  atOnce.checked = atOnce.checked && !proposal;
  atOnce.disabled = proposal;
}

const standing = (field) => [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
const isTyped = (field) =>
  field.matches("select") ? field.selectedOptions[0] !== standing(field) : field.value !== field.defaultValue;

/** A filter that was typed and not applied: the preview would be of other entries than the reader means. */
function holdBack(event) {
  const told = document.getElementById("filter-changed");
  const fields = [...document.querySelectorAll("form.filter input:not([type=hidden]), form.filter select")];
  if (!told || event.target.id !== "form") {
    return;
  }
  told.hidden = !fields.some(isTyped);
  if (!told.hidden) {
    event.preventDefault();
    event.stopPropagation();
    told.focus();
  }
}

document.addEventListener("submit", holdBack, true);

document.addEventListener("change", (event) => {
  if (event.target.matches("#form input[type=radio]")) {
    limit();
  } else if (event.target === select()) {
    tell();
  }
});
document.addEventListener("portal:entry-shown", limit);
limit();
