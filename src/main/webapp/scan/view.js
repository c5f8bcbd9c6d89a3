/* A verdict as it stands before the officer: shape, colour and word first, then what is missing and why, then who it is about. */

import { day, has, moment, second, t, words } from "./texts.js";

const SVG = "http://www.w3.org/2000/svg";
/* Of a code that is not genuine nothing is shown: whatever it says is not to be believed. */
const NOBODY_SHOWN = new Set(["malformed", "unsupported-header", "unknown-key", "withdrawn-key", "bad-signature", "wrong-issuer"]);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * @param scan `{verdict, claims, number, readBefore, activity, direction, at, other}`; `verdict` as `judge` tells it
 * @param sheet of the post, or null
 */
export function shown(scan, sheet, now) {
  const { verdict } = scan;
  const panel = element("div", { className: "told-verdict" });
  panel.dataset.verdict = verdict.verdict;
  panel.append(word(verdict));
  if (verdict.level) {
    const level = element("span", { className: "level", textContent: t(`scanner.level.${verdict.level.toLowerCase()}`) });
    level.dataset.level = verdict.level;
    panel.append(element("p", {}, level));
  }
  if (scan.readBefore) {
    panel.append(element("p", { className: "again", textContent: t("scanner.again", second(scan.readBefore)) }));
  }
  panel.append(...why(scan, sheet));
  if (scan.claims && !NOBODY_SHOWN.has(verdict.reason)) {
    panel.append(who(scan, sheet));
  }
  panel.append(element("div", { className: "source" }, ...source(scan, now)));
  return panel;
}

function word(verdict) {
  const shape = document.createElementNS(SVG, "svg");
  shape.setAttribute("viewBox", "0 0 72 72");
  shape.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#shape-${verdict.verdict}`);
  shape.append(use);
  const undecided = verdict.verdict === "MORE" && verdict.missing.length === 0;
  const told = undecided ? t("scanner.verdict.undecided") : t(`scanner.verdict.${verdict.verdict.toLowerCase()}`);
  return element("p", { className: "word" }, shape, element("span", { textContent: told }));
}

function why(scan, sheet) {
  const { verdict } = scan;
  const parts = [element("p", { className: "why", textContent: reason(scan, sheet) })];
  const hint = scan.offline ? t("scanner.needs-network") : advice(verdict.reason);
  if (hint) {
    parts.push(element("p", { textContent: hint }));
  }
  if (verdict.missing.length > 0) {
    parts.push(
      element("p", { textContent: t("scanner.missing") }),
      element("ul", {}, ...verdict.missing.map((condition) => element("li", { textContent: conditionText(condition) }))),
    );
  }
  if (verdict.fallback) {
    const fallback = words(sheet?.fallback);
    parts.push(element("p", { className: "fallback", textContent: fallback ? t("scanner.fallback", fallback) : t("scanner.fallback.none") }));
  }
  if (verdict.reason === "suspended" && sheet?.post.hotline) {
    parts.push(element("p", { className: "why", textContent: t("scanner.hotline", sheet.post.hotline) }));
  }
  return parts;
}

function reason(scan, sheet) {
  const { verdict } = scan;
  if (scan.other && verdict.verdict !== "PASS") {
    return t("scanner.reason.other-code", words(scan.other));
  }
  const key = `scanner.reason.${verdict.reason}`;
  const activity = activityName(scan.activity, sheet);
  return has(key) ? t(key, activity) : t(`verification.title.${verdict.reason}`);
}

function advice(reason) {
  const key = `scanner.advice.${reason}`;
  return has(key) ? t(key) : has(`scanner.reason.${reason}`) ? "" : t(`verification.advice.${reason}`);
}

function conditionText(condition) {
  return words(condition) || t(`scanner.condition.${condition.kind.toLowerCase().replaceAll("_", "-")}`);
}

export function activityName(code, sheet) {
  return words(sheet?.names?.[code]) || words(sheet?.activities.find((activity) => activity.code === code)) || (code ? t("scanner.activity.unnamed") : "");
}

/* Name, year of birth, the last four, what the card is for, and no more. */
function who({ claims }, sheet) {
  const part = element("div", { className: "who" });
  part.append(
    element("strong", { textContent: claims.name }),
    element("p", { textContent: t("scanner.who", claims.birthYear, claims.idTail || "–") }),
  );
  if (claims.activities.length > 0) {
    const names = new Set(claims.activities.map((code) => activityName(code, sheet)));
    part.append(element("p", { textContent: t("scanner.who.activities", [...names].join("; ")) }));
  }
  if (claims.expires) {
    part.append(element("p", { textContent: t("scanner.who.until", day(claims.expires * 1000 - 1)) }));
  }
  return part;
}

function source({ verdict, claims, number, direction, at }, now) {
  const parts = [];
  const rule = verdict.rule;
  if (rule && verdict.verdict !== "UNREADABLE") {
    const document = rule.document || "–";
    parts.push(t("scanner.rule", `${rule.scenario?.code ?? ""} ${words(rule.scenario)}`.trim(), document));
    if (words(rule.note)) {
      parts.push(words(rule.note));
    }
    if (rule.capacity) {
      parts.push(t("scanner.capacity", rule.capacity));
    }
    if (rule.people) {
      parts.push(t("scanner.people", rule.people));
    }
  }
  if (verdict.at !== null && claims) {
    parts.push(t(verdict.stale ? "scanner.status-old" : "scanner.status-at", moment(verdict.at, now)));
  }
  if (number) {
    parts.push(t("scanner.card-number", number));
  }
  parts.push(t("scanner.scanned", direction === "NONE" ? "–" : t(`scanner.direction.${direction.toLowerCase()}`), moment(at, now)));
  return parts.map((text) => element("p", { textContent: text }));
}
