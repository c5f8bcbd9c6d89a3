/* What opens over the scanner: papers, a typed number, more about a card, the shift, the menu. */

import { Refused } from "./documents.js";
import * as portal from "./portal.js";
import { Denied } from "./portal.js";
import * as store from "./store.js";
import { day, has, moment, t, words } from "./texts.js";
import { papersAt } from "./verdict.js";
import { element } from "./view.js";

const SHORTEST_REASON = 10; // letters, as the portal counts them
const DETAILS = ["organisation", "workplace", "agency", "validFrom", "validTo", "documentTail"];
const DAYS = new Set(["validFrom", "validTo"]);
const VERDICTS = ["PASS", "MORE", "STOP", "UNREADABLE"];
const FILE_NAME = "du-lieu-quet-the.khscan";
const LARGEST_FILE = 20 * 1024 * 1024;

const part = (id) => document.getElementById(id);

export function open(name) {
  part(`dialog-${name}`).showModal();
}

export function close() {
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
}

/* Two taps: this one, and the one on the paper. */
export function papers(device, chosen) {
  const valid = device.sheet ? papersAt(device.sheet, device.clock.now()) : [];
  part("papers-none").hidden = valid.length > 0;
  part("papers-list").replaceChildren(
    ...valid.map((paper) => {
      const button = element("button", { type: "button", className: "large", textContent: words(paper) });
      button.addEventListener("click", () => {
        close();
        chosen(paper);
      });
      return button;
    }),
  );
  open("papers");
}

export function number(scanning) {
  const form = part("number-form");
  form.onsubmit = async (event) => {
    event.preventDefault();
    const trouble = await scanning.typed(part("number-typed").value);
    part("number-error").textContent = trouble ? t(`scanner.number.${trouble}`) : "";
    if (trouble) {
      part("number-typed").focus();
    } else {
      part("number-typed").value = "";
      close();
    }
  };
  part("number-error").textContent = "";
  open("number");
}

/* More than a post needs is asked of the portal, with a reason that is on the record. */
export function details(device, scan) {
  part("details-error").textContent = "";
  part("details-told").replaceChildren();
  part("details-reason").value = "";
  part("details-form").hidden = false;
  part("details-form").onsubmit = async (event) => {
    event.preventDefault();
    const reason = part("details-reason").value.trim();
    if ((reason.match(/\p{L}/gu) ?? []).length < SHORTEST_REASON) {
      part("details-error").textContent = t("scanner.details.short", SHORTEST_REASON);
      part("details-reason").focus();
      return;
    }
    try {
      const told = await portal.details(device.signedIn.secret, scan.number, reason);
      part("details-form").hidden = true;
      part("details-error").textContent = "";
      part("details-told").replaceChildren(
        ...DETAILS.filter((name) => told[name]).flatMap((name) => [
          element("dt", { textContent: t(`scanner.details.${name.toLowerCase()}`) }),
          element("dd", { textContent: DAYS.has(name) ? day(Date.parse(told[name])) : told[name] }),
        ]),
      );
    } catch (failure) {
      part("details-error").textContent = failure instanceof Denied ? failure.message : t("scanner.details.offline");
    }
  };
  open("details");
}

export async function shift(device) {
  const figures = (await store.kept("shift")) ?? store.newShift();
  const now = Date.now();
  part("shift-since").textContent = t("scanner.shift.since", moment(figures.since, now), moment(now, now));
  const row = (name, count) => element("tr", {}, element("th", { scope: "row", textContent: name }), element("td", { textContent: String(count ?? 0) }));
  const papers = device.sheet?.papers ?? [];
  part("shift-figures").replaceChildren(
    ...VERDICTS.map((verdict) => row(t(`scanner.verdict.${verdict.toLowerCase()}`), figures.verdicts[verdict])),
    ...Object.entries(figures.papers).filter(([, count]) => count > 0).map(([code, count]) =>
      row(t("scanner.shift.paper", words(papers.find((paper) => paper.code === code)) || code), count),
    ),
    ...["IN", "OUT"].map((direction) => row(t(`scanner.shift.passed-${direction.toLowerCase()}`), figures.directions[direction])),
  );
  part("shift-unsent").textContent = t("scanner.shift.unsent", await store.unsent());
  part("shift-not-taken").replaceChildren(...notTaken(device).map((text) => element("li", { textContent: text })));
  open("shift");
}

/* How many scans of the shift the portal did not take, by why. */
export function notTaken(device) {
  return Object.entries(device.notTaken).map(([code, count]) => {
    const key = `scanner.not-taken.${code.replace("verification.scan-", "")}`;
    return t("scanner.not-taken", count, t(has(key) ? key : "scanner.not-taken.other"));
  });
}

export async function newShift(device) {
  await device.newShift();
  close();
}

export function menu(device, version) {
  const now = device.clock.now();
  const line = (name, document) => [
    element("dt", { textContent: t(`scanner.age.${name}`) }),
    element("dd", { textContent: document ? moment(document.madeAt * 1000, now) : t("scanner.age.none") }),
  ];
  part("menu-ages").replaceChildren(...line("list", device.list), ...line("sheet", device.sheet), ...line("trust", device.trust));
  part("menu-told").textContent = "";
  part("version").textContent = t("scanner.version", version, device.signedIn.name);
  open("menu");
}

/* A file for another phone: signed by the portal as it is, it proves itself wherever it comes from. */
export function give(device) {
  const link = element("a", { href: URL.createObjectURL(new Blob([device.file()], { type: "application/octet-stream" })), download: FILE_NAME });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  part("menu-told").textContent = t("scanner.given");
}

export async function take(device, file) {
  let told;
  try {
    if (file.size > LARGEST_FILE) {
      throw new Refused("malformed");
    }
    const { taken, refused } = await device.take(new Uint8Array(await file.arrayBuffer()));
    const parts = [
      ...taken.map((name) => t("scanner.taken", t(`scanner.age.${name}`))),
      ...Object.entries(refused).map(([name, why]) => t(`scanner.refused.${why}`, t(`scanner.age.${name}`))),
    ];
    told = parts.join(" ") || t("scanner.taken.nothing");
  } catch (failure) {
    if (!(failure instanceof Refused)) {
      throw failure;
    }
    told = t("scanner.refused.no-file");
  }
  part("menu-told").textContent = told;
}
