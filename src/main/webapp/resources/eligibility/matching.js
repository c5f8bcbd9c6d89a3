// Questions by keyboard: M for one person, K for two, N and T for the next and the one before, Z to undo what was done last.
// Each presses the button that the page has; without script they work as any other.
const sections = () => [...document.querySelectorAll("[data-tie]")];
const isTyping = (element) => element.matches("textarea, select, input");
const current = () => document.activeElement?.closest("[data-tie]") ?? sections()[0];

function press(section, command) {
  section?.querySelector(`button[name="form:${command}"]`)?.click();
}

function move(step) {
  const all = sections();
  const focused = document.activeElement?.closest("[data-tie]");
  const at = focused ? all.indexOf(focused) + step : 0;
  all[Math.min(Math.max(0, at), all.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }
  switch (event.key.toLowerCase()) {
    case "m":
      press(current(), "same");
      break;
    case "k":
      press(current(), "apart");
      break;
    case "n":
      move(1);
      break;
    case "t":
      move(-1);
      break;
    case "z":
      press(document.getElementById("last"), "undo");
      break;
  }
});
