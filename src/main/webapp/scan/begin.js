/* The first sign-in of a device, by the code that its agency was told. */

import { Refused } from "./documents.js";
import { Denied, Unreachable } from "./portal.js";
import { unlock } from "./signals.js";
import { t } from "./texts.js";

const part = (id) => document.getElementById(id);

/** @param done once the device is signed in */
export function begin(device, done) {
  part("begin-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    unlock();
    const error = part("begin-error");
    error.textContent = "";
    try {
      await device.signIn(part("begin-code").value);
    } catch (failure) {
      error.textContent = said(failure);
      part("begin-code").focus();
      return;
    }
    part("begin-code").value = "";
    tell("");
    done();
    navigator.storage?.persist?.();
  });
}

/** Why it has to begin anew; nothing for no reason. */
export function tell(text) {
  part("begin-told").textContent = text;
  part("begin-told").hidden = text === "";
}

function said(failure) {
  if (failure instanceof Denied) {
    return failure.message;
  }
  if (failure instanceof Unreachable) {
    return t("scanner.begin.offline");
  }
  if (failure instanceof Refused) {
    return t("scanner.alert.unsigned");
  }
  throw failure;
}
