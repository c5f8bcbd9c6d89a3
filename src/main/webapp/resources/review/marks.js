// What is marked as not agreed to keeps a batch from being approved: that is said as soon as it is marked, and instead of the
// question whether to approve.
const form = document.getElementById("form");
const notice = document.getElementById("marked");

const marks = () => form.querySelectorAll("input[name=chosen]:checked").length;

function tell() {
  const marked = marks();
  notice.hidden = marked === 0;
  notice.firstElementChild.textContent = notice.dataset.sentence.replace(
    "{0}",
    marked.toLocaleString(document.documentElement.lang),
  );
}

// "Choose the whole page" ticks the boxes in a listener of the document, after those of the form.
document.addEventListener("change", tell);

form.addEventListener(
  "click",
  (event) => {
    if (event.target.closest("[data-opens=sure]") && marks() > 0) {
      event.preventDefault();
      event.stopPropagation();
      tell();
      notice.focus();
      notice.scrollIntoView({ block: "center" });
    }
  },
  true,
);

tell();
