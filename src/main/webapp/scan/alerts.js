/* What the officer has to know of this device besides the verdicts: its clock, how old its data are, what the portal did not take. */

import { notTaken } from "./panels.js";
import { moment, t } from "./texts.js";

const REFUSALS = new Set(["older", "unsigned", "malformed", "elsewhere"]);

/** The sentences, the most urgent first. */
export function alerts(device) {
  const now = device.clock.now();
  const { sheet, list } = device;
  const error = device.clock.error();
  return [
    ...(device.clock.wentBack() ? [t("scanner.alert.clock-back")] : []),
    ...(error === 0 ? [] : [t(error > 0 ? "scanner.alert.clock-fast" : "scanner.alert.clock-slow", Math.round(Math.abs(error) / 60_000))]),
    ...(device.trustIsOver() ? [t("scanner.alert.trust-over")] : []),
    ...(sheet === null ? [t("scanner.alert.no-post")] : []),
    ...(sheet && list && now - list.madeAt * 1000 > sheet.staleAfterMinutes * 60_000
      ? [t("scanner.alert.stale", moment(list.madeAt * 1000, now))]
      : []),
    ...(sheet && isClosed(sheet.post, now) ? [t("scanner.alert.closed")] : []),
    ...(REFUSALS.has(device.trouble) ? [t(`scanner.alert.${device.trouble}`)] : []),
    ...notTaken(device),
  ];
}

function isClosed(post, now) {
  return post.open ? Boolean(post.closesAt) && Date.parse(post.closesAt) <= now : !(post.opensAt && Date.parse(post.opensAt) <= now);
}
