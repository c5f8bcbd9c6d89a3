// A document is fetched when it is opened, and not before: that it was looked at goes on record. Without script, the link beside
// it opens it on a page of its own.
function show(details) {
  const { view, picture } = details.dataset;
  if (!details.open || details.querySelector("iframe, img")) {
    return;
  }
  const shown = document.createElement(picture === "true" ? "img" : "iframe");
  const name = details.querySelector("summary").textContent.trim();
  if (picture === "true") {
    shown.alt = name;
  } else {
    shown.title = name;
  }
  shown.src = view;
  details.append(shown);
}

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches("details.document")) {
      show(event.target);
    }
  },
  true,
);
