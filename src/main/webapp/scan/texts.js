/* The sentences of the scanner in both languages, as the portal has them. */

let sentences = {};
let language = "vi";

export async function load(chosen) {
  sentences = await (await fetch(new URL("texts.json", import.meta.url))).json();
  speak(chosen);
}

export function speak(chosen) {
  language = chosen === "en" ? "en" : "vi";
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-t]")) {
    place.textContent = t(place.dataset.t);
  }
  for (const place of document.querySelectorAll("[data-t-label]")) {
    place.setAttribute("aria-label", t(place.dataset.tLabel));
  }
  document.title = t("scanner.title");
}

export function spoken() {
  return language;
}

export function t(key, ...gaps) {
  const sentence = sentences[language]?.[key];
  return sentence === undefined ? key : sentence.replace(/\{(\d)\}/g, (gap, number) => gaps[number] ?? gap);
}

export function has(key) {
  return sentences[language]?.[key] !== undefined;
}

/* What the portal words itself, as `{vi, en}`. */
export function words(both) {
  return both?.[language] || both?.vi || "";
}

const ZONE = "Asia/Ho_Chi_Minh";

/* 19:00 of today, 19:00 14/10 of another day. */
export function moment(milliseconds, now) {
  const day = (time) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "2-digit", month: "2-digit", year: "numeric" }).format(time);
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false }).format(milliseconds);
  return day(milliseconds) === day(now) ? clock : `${clock} ${day(milliseconds)}`;
}

export function day(milliseconds) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "2-digit", month: "2-digit", year: "numeric" }).format(milliseconds);
}

/* 19:00:05, of what was a moment ago. */
export function second(milliseconds) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(milliseconds);
}
