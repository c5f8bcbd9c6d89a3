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
  const text = select().value && document.querySelector(`[data-reason-text="${select().value}"]`)?.textContent;
  told.hidden = !text;
  told.querySelector("span").textContent = text || "";
}

document.addEventListener("change", (event) => {
  if (event.target.matches("#form input[type=radio]")) {
    limit();
  } else if (event.target === select()) {
    tell();
  }
});
document.addEventListener("portal:entry-shown", limit);
limit();
