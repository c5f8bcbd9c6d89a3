// The code of an invitation is the fragment of its link, which a browser sends to nobody: this posts it and takes it out of
// the address, so that it does not stay in the history. Without script the reader pastes the code.
const code = window.location.hash.slice(1);
const field = document.getElementById("open:code");
if (code && field) {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  field.value = code;
  document.getElementById("open:check").click();
}
