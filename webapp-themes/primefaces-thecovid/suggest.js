/*
 * Fields with many choices, marked by data-suggest: the choices of their datalist are found by words without marks and in
 * any case, as "vinh hoa" finds Phường Vĩnh Hòa. Browsers do not find them so. Without this script the datalist stays.
 */
const MOST = 8;

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

function suggest(field) {
  const choices = [...field.list.options].map((option) => ({ text: option.value, folded: fold(option.value) }));
  const box = document.createElement("ul");
  const none = document.createElement("p");
  let at = -1;
  box.id = field.id + "-suggestions";
  box.className = "suggestions";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  box.hidden = true;
  none.className = "field-hint";
  none.setAttribute("role", "status");
  field.removeAttribute("list");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", box.id);
  field.setAttribute("aria-expanded", "false");
  field.after(box, none);
  (field.closest(".field") ?? field.parentElement).classList.add("suggesting");

  function found() {
    const typed = fold(field.value).trim();
    const words = typed.split(/[\s,]+/).filter(Boolean);
    return words.length === 0
      ? []
      : choices
          .filter((choice) => words.every((word) => choice.folded.includes(word)))
          .map((choice) => ({ ...choice, at: (choice.folded.indexOf(typed) + 1 || 1000) - 1 }))
          .sort((one, other) => one.at - other.at || one.folded.length - other.folded.length)
          .slice(0, MOST);
  }

  function close() {
    box.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function show() {
    const some = found();
    const exact = some.length === 1 && some[0].text === field.value;
    at = -1;
    box.replaceChildren(
      ...some.map((choice, index) => {
        const item = document.createElement("li");
        item.id = `${box.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = choice.text;
        return item;
      }),
    );
    none.textContent = field.value.trim() && some.length === 0 ? (field.dataset.none ?? "") : "";
    box.hidden = some.length === 0 || exact;
    field.setAttribute("aria-expanded", String(!box.hidden));
    field.removeAttribute("aria-activedescendant");
  }

  function move(by) {
    const items = [...box.children];
    at = (at + by + items.length) % items.length;
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    items[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", items[at].id);
  }

  function take(item) {
    field.value = item.textContent;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  }

  field.addEventListener("input", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) {
        show();
      }
      if (!box.hidden) {
        move(event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1);
      }
    } else if (event.key === "Enter" && !box.hidden && at >= 0) {
      event.preventDefault();
      take(box.children[at]);
    } else if (event.key === "Escape" && !box.hidden) {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("[role=option]");
    if (item) {
      take(item);
    }
  });
}

document.querySelectorAll("input[data-suggest='true'][list]").forEach((field) => field.list && suggest(field));
