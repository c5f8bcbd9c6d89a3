/* The scanner of a post: starts with what the device keeps, works without a network, keeps up with the portal where there is one. */

import { alerts } from "./alerts.js";
import { begin, tell } from "./begin.js";
import { Camera } from "./camera.js";
import { Device } from "./device.js";
import * as panels from "./panels.js";
import { Scanning } from "./scanning.js";
import { Shell } from "./shell.js";
import { signal, stayAwake, unlock } from "./signals.js";
import * as store from "./store.js";
import * as texts from "./texts.js";
import { t } from "./texts.js";
import { element, shown } from "./view.js";

const REFRESH_EVERY = 60_000;
const TOAST = 8000;
const NARROW = matchMedia("(max-width: 899px)");

const part = (id) => document.getElementById(id);
const settings = { language: "vi", dark: matchMedia("(prefers-color-scheme: dark)").matches, sound: true, direction: "IN", activity: null, ...(await store.kept("settings")) };
await texts.load(settings.language);
const device = await Device.restored();
const scanning = new Scanning(device);
const camera = new Camera(part("view"), (text, taken) => isCovered() || scanning.code(text, taken));
const shell = new Shell();
let installing = null;
let lastPaper = null;
let toastTimer = 0;
let wasLooking = false;

/* Whose result came beneath a dialog would pass unseen. */
function isCovered() {
  return document.querySelector("dialog[open]") !== null;
}

function change(changes) {
  Object.assign(settings, changes);
  return store.keep("settings", settings);
}

/* Another activity or direction: what waits for the officer is judged by it, what is recorded stays as it was and leaves the screen. */
async function turn(changes) {
  const scan = scanning.current;
  const kept = change(changes);
  draw();
  const stays = scan === null || (scanning.canSettle && (await scanning.judgeAnew()));
  if (!stays && scanning.current === scan) {
    clearVerdict();
  }
  await kept;
}

/* --- what is shown --- */

function draw() {
  document.documentElement.toggleAttribute("data-dark", settings.dark);
  part("loading").hidden = true;
  part("begin").hidden = device.signedIn !== null;
  part("work").hidden = device.signedIn === null;
  if (device.signedIn === null) {
    return;
  }
  const { sheet } = device;
  part("post-name").textContent = sheet?.post.name ?? device.signedIn.name;
  drawState();
  drawAlerts();
  const activities = sheet?.activities ?? [];
  scanning.activity = activities.some(({ code }) => code === settings.activity) ? settings.activity : (activities[0]?.code ?? null);
  const options = activities.map((activity) => element("option", { value: activity.code, textContent: texts.words(activity) }));
  if (options.map((option) => option.textContent).join("\n") !== [...part("activity").options].map((option) => option.textContent).join("\n")) {
    part("activity").replaceChildren(...options);
  }
  part("activity").value = scanning.activity ?? "";
  part("activity").disabled = activities.length < 2;
  part("activity").hidden = sheet === null;
  part("papers").hidden = sheet === null;
  scanning.direction = settings.direction;
  part("direction").textContent = t(`scanner.direction.${settings.direction.toLowerCase()}`);
  part("dark").setAttribute("aria-pressed", String(settings.dark));
  part("sound").setAttribute("aria-pressed", String(settings.sound));
  part("install").hidden = installing === null;
}

async function drawState() {
  const now = device.clock.now();
  const waiting = await store.unsent();
  const parts = [
    t(device.online ? "scanner.state.online" : "scanner.state.offline"),
    device.list ? t("scanner.state.list", texts.moment(device.list.madeAt * 1000, now)) : t("scanner.state.no-list"),
    ...(waiting > 0 ? [t("scanner.state.waiting", waiting)] : []),
  ];
  part("state").textContent = parts.join(" · ");
}

function drawAlerts() {
  const items = alerts(device).map((text) => element("li", { textContent: text }));
  if (shell.isWaiting) {
    const button = element("button", { type: "button", textContent: t("scanner.alert.build-take") });
    button.addEventListener("click", () => shell.takeOver());
    items.push(element("li", {}, t("scanner.alert.build"), button));
  }
  const told = items.map((item) => item.textContent).join("\n");
  if (part("alerts").dataset.told !== told) {
    part("alerts").dataset.told = told;
    part("alerts").replaceChildren(...items);
  }
}

function drawVerdict() {
  const scan = scanning.current;
  if (scan === null) {
    return;
  }
  part("verdict-told").replaceChildren(shown(scan, device.sheet, device.clock.now()));
  drawActs();
}

/* The alerts go up beneath the header: they are old by now, and the result is not. */
function scrollToVerdict() {
  if (NARROW.matches) {
    scrollTo({ top: part("alerts").offsetHeight });
  }
}

function drawActs() {
  const scan = scanning.current;
  part("settle").hidden = !scanning.canSettle;
  part("after").hidden = scan === null;
  part("details").hidden = !(scan?.number && scan.claims);
  document.querySelector("#work main").classList.toggle("has-verdict", scan !== null);
}

function clearVerdict() {
  scanning.current = null;
  part("verdict-told").replaceChildren(element("p", { className: "waiting", textContent: t("scanner.waiting") }));
  drawActs();
}

function toast(text, undo) {
  clearTimeout(toastTimer);
  lastPaper = undo ?? null;
  part("toast").hidden = false;
  part("toast").querySelector("span").textContent = text;
  part("toast").querySelector("button").hidden = !undo;
  toastTimer = setTimeout(() => {
    part("toast").hidden = true;
  }, TOAST);
}

function drawCamera(trouble) {
  const running = camera.running;
  part("stage").classList.toggle("looking", running);
  part("camera").hidden = running;
  part("camera-stop").hidden = !running;
  part("torch").hidden = !camera.hasTorch;
  part("torch").setAttribute("aria-pressed", "false");
  part("look-state").textContent = trouble ? t(`scanner.camera.${trouble}`) : running ? t("scanner.look.looking") : "";
}

/* --- what the officer does --- */

async function settle(passes) {
  if (await scanning.settle(passes)) {
    signal(passes ? "PASS" : "STOP", settings.sound);
  } else {
    toast(t("scanner.settle.late"));
  }
}

async function readPicture(file) {
  const text = await camera.read(file);
  if (text) {
    scanning.next();
    await scanning.code(text);
  } else {
    part("look-state").textContent = t(text === null ? "scanner.picture.no-code" : "scanner.picture.no-picture");
  }
}

async function paper(chosen, beside) {
  const counted = scanning.paper(chosen.code, beside);
  if (scanning.current === beside) {
    clearVerdict();
  }
  const scan = await counted;
  signal("PAPER", settings.sound);
  toast(t("scanner.papers.counted", texts.words(chosen)), scan);
}

const ACTS = {
  async camera() {
    unlock();
    part("look-state").textContent = t("scanner.look.starting");
    drawCamera(await camera.start());
  },
  "camera-stop": () => camera.stop(),
  async torch() {
    const on = part("torch").getAttribute("aria-pressed") !== "true";
    await camera.torch(on);
    part("torch").setAttribute("aria-pressed", String(on));
  },
  "settle-pass": () => settle(true),
  "settle-stop": () => settle(false),
  next() {
    scanning.next();
    clearVerdict();
  },
  details: () => panels.details(device, scanning.current),
  direction: () => turn({ direction: settings.direction === "IN" ? "OUT" : "IN" }),
  papers() {
    const beside = scanning.current;
    panels.papers(device, (chosen) => paper(chosen, beside));
  },
  number: () => panels.number(scanning),
  picture: () => part("picture").click(),
  menu: () => panels.menu(device, document.documentElement.dataset.build ?? ""),
  close: () => panels.close(),
  async refresh() {
    await device.refresh();
    panels.close();
  },
  shift() {
    panels.close();
    return panels.shift(device);
  },
  "shift-new"() {
    panels.close();
    panels.open("shift-new");
  },
  async "shift-begin"() {
    await panels.newShift(device);
    toast(t("scanner.shift.begun"));
  },
  give: () => panels.give(device),
  take: () => part("take").click(),
  dark: () => change({ dark: !settings.dark }).then(draw),
  sound: () => change({ sound: !settings.sound }).then(draw),
  async language() {
    await change({ language: texts.spoken() === "vi" ? "en" : "vi" });
    texts.speak(settings.language);
    panels.close();
    draw();
    drawCamera();
    if (scanning.current) {
      drawVerdict();
    } else {
      clearVerdict();
    }
  },
  async install() {
    await installing?.prompt();
    installing = null;
    draw();
  },
  async undo() {
    const undone = lastPaper && (await scanning.undo(lastPaper));
    toast(t(undone ? "scanner.undone" : "scanner.settle.late"));
    drawState();
  },
};

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act) {
    ACTS[act]();
  }
});

part("activity").addEventListener("change", (event) => {
  scanning.next();
  turn({ activity: event.target.value });
});
for (const [id, read] of [["picture", readPicture], ["take", (file) => panels.take(device, file)]]) {
  part(id).addEventListener("change", async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) {
      await read(file);
    }
  });
}

begin(device, draw);

/* --- what happens meanwhile --- */

scanning.addEventListener("verdict", ({ detail }) => {
  drawVerdict();
  drawCamera();
  scrollToVerdict();
  signal(detail.verdict.verdict, settings.sound);
});
scanning.addEventListener("asking", () => {
  part("look-state").textContent = t("scanner.look.asking");
});
scanning.addEventListener("recorded", () => {
  drawState();
  if (navigator.onLine) {
    device.sendSoon();
  }
});
camera.addEventListener("change", () => {
  drawCamera();
  stayAwake(camera.running);
});
camera.addEventListener("failed", () => drawCamera("no-reader"));
device.addEventListener("change", draw);
shell.addEventListener("change", draw);
device.addEventListener("shut-out", () => {
  camera.stop();
  panels.close();
  clearVerdict();
  tell(t("scanner.shut-out"));
  draw();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    wasLooking = camera.running;
    camera.stop();
  } else {
    device.refresh();
    if (wasLooking) {
      ACTS.camera();
    }
  }
});
addEventListener("online", () => device.refresh());
addEventListener("offline", () => {
  device.online = false;
  draw();
});
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installing = event;
  draw();
});
setInterval(() => device.refresh(), REFRESH_EVERY);

draw();
drawCamera();
await Promise.all([shell.keep(), device.refresh()]);
