/* Reads the QR code of a card by camera or from a photo, and asks the portal about it. Nothing but the text of the code
   leaves the device. Only the decoder of the WebJar is used: its camera view sets styles and loads pictures in ways that
   the content security policy forbids. */

const LONGEST_TEXT = 2001; // one more than the portal reads
const BETWEEN_FRAMES = 60; // ms, in which the page can answer
const FRAME_SIDE = 800;
const PICTURE_SIDES = [1200, 2000, 700];

const scanner = document.getElementById("scanner");
const part = (name) => document.getElementById(`scanner-${name}`);
const view = part("view");
const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });
let stream = null;
let looking = false;

function say(sentence) {
  part("state").textContent = sentence;
}

async function reader() {
  if (!globalThis.ZXing) {
    await import(scanner.dataset.reader);
  }
  return globalThis.ZXing;
}

/* The text of the code in a part of a picture, or null. */
function decode(ZXing, picture, x, y, width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  const source = new ZXing.HTMLCanvasElementLuminanceSource(canvas);
  const hints = new Map([[ZXing.DecodeHintType.TRY_HARDER, true]]);
  try {
    return new ZXing.QRCodeReader().decode(new ZXing.BinaryBitmap(new ZXing.HybridBinarizer(source)), hints).getText();
  } catch (nothing) {
    return null;
  }
}

function day(iso) {
  return iso.split("-").reverse().join("/");
}

function show(answer) {
  const form = part("form").content.cloneNode(true);
  const put = (name, text) => {
    const place = form.querySelector(`[data-part="${name}"]`);
    place.textContent = text ?? "";
    if (place.matches("dd")) {
      place.parentElement.hidden = !text;
    }
  };
  form.querySelector("[data-part='verdict']").className = `verdict verdict-${answer.verdict}`;
  put("title", answer.title);
  put("advice", answer.advice);
  const card = answer.card;
  form.querySelector("[data-part='card']").hidden = !card;
  if (card) {
    for (const name of ["name", "birthYear", "documentEnd", "workplace", "number"]) {
      put(name, card[name] && String(card[name]));
    }
    put("activities", card.activities.map((activity) => activity.name).join("; "));
    put("period", scanner.dataset.period.replace("{0}", day(card.validFrom)).replace("{1}", day(card.validTo)));
  }
  part("verdict").replaceChildren(form);
}

async function check(token) {
  say(scanner.dataset.checking);
  try {
    const response = await fetch(scanner.dataset.checks, {
      method: "POST",
      credentials: "omit",
      headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
      body: JSON.stringify({ token: token.slice(0, LONGEST_TEXT) }),
    });
    const answer = await response.json();
    if (response.ok) {
      show(answer);
    }
    say(response.ok ? scanner.dataset.done : answer.detail);
  } catch (unreachable) {
    say(scanner.dataset.offline);
  }
}

function buttons() {
  part("start").hidden = stream !== null;
  part("stop").hidden = stream === null;
  part("next").hidden = stream === null || looking;
  view.hidden = !looking;
}

function stop(sentence) {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  looking = false;
  view.srcObject = null;
  say(sentence);
  buttons();
}

/* Until a code is found, or the camera is turned off. */
async function look() {
  const ZXing = await reader();
  const own = stream;
  looking = true;
  part("verdict").replaceChildren();
  say(scanner.dataset.looking);
  buttons();
  await view.play();
  while (looking && stream === own) {
    const side = Math.min(view.videoWidth, view.videoHeight);
    const left = (view.videoWidth - side) / 2;
    const text = side && decode(ZXing, view, left, (view.videoHeight - side) / 2, side, side, FRAME_SIDE);
    if (text) {
      looking = false;
      view.pause();
      navigator.vibrate?.(80);
      await check(text);
      buttons();
      part("next").focus({ preventScroll: true });
      scanner.scrollIntoView();
      return;
    }
    await new Promise((resume) => setTimeout(resume, BETWEEN_FRAMES));
  }
}

const FAILURES = { NotAllowedError: "refused", NotFoundError: "noCamera", OverconstrainedError: "noCamera", NotReadableError: "busy" };

async function start() {
  if (!navigator.mediaDevices) {
    say(scanner.dataset.insecure);
    return;
  }
  say(scanner.dataset.starting);
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    view.srcObject = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => stop(scanner.dataset.noCamera));
    await look();
  } catch (failure) {
    stop(scanner.dataset[FAILURES[failure.name] ?? (stream ? "noReader" : "noCamera")]);
  }
}

async function readPicture(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch (noPicture) {
    say(scanner.dataset.noPicture);
    return;
  }
  try {
    const ZXing = await reader();
    const text = PICTURE_SIDES.reduce(
      (found, side) => found ?? decode(ZXing, picture, 0, 0, picture.width, picture.height, side),
      null,
    );
    if (text) {
      await check(text);
    } else {
      say(scanner.dataset.noCode);
    }
  } catch (failure) {
    say(scanner.dataset.noReader);
  }
}

part("start").addEventListener("click", start);
part("stop").addEventListener("click", () => stop(scanner.dataset.idle));
part("next").addEventListener("click", look);
part("picture").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) {
    stop(scanner.dataset.idle);
    part("verdict").replaceChildren();
    readPicture(file);
    event.target.value = "";
  }
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden && stream) {
    stop(scanner.dataset.idle);
  }
});
view.muted = true;
scanner.hidden = false;
