// Leaving a page asks first where something was typed into a form that is marked with data-unsaved and was not saved. A form that is
// sent does not ask for itself; where the mark names a button, it does unless it is sent by that one. What a field is compared
// with is what it had at first, or else what its data-stored says.
let sent = null;
let kept = false;

const stored = (field) => (field.dataset.stored ?? field.defaultValue).replace(/[\r\n]/g, "");

function isChanged(field) {
  if (field.matches("button, fieldset, output, object, [type='hidden'], [type='submit'], [type='button']")) {
    return false;
  }
  if (field.matches("[type='file']")) {
    return field.files.length > 0;
  }
  if (field.matches("[type='checkbox'], [type='radio']")) {
    return field.checked !== field.defaultChecked;
  }
  if (field.matches("select")) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, first);
  }
  return field.value !== stored(field);
}

const isUnsaved = (form) => [...form.elements].some(isChanged);

document.addEventListener("submit", (event) => {
  const button = event.target.dataset.unsaved;
  const saves = button === "true" || !event.submitter || event.submitter.name === button;
  if (!event.defaultPrevented) {
    sent = saves ? event.target : null;
  }
});

// In another language, and after signing in again, the fields are filled in as they were left.
document.addEventListener("portal:session-ended", () => (kept = true));
document.querySelector("a.language")?.addEventListener("click", () => (kept = true));

window.addEventListener("beforeunload", (event) => {
  const leaving = sent;
  const asks = !kept && [...document.querySelectorAll("form[data-unsaved]")].some((form) => form !== leaving && isUnsaved(form));
  sent = null;
  kept = false;
  if (asks) {
    event.preventDefault();
  }
});
