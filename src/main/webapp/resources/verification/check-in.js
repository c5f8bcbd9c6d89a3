/* Reads the QR code of a card from a photo into the field for its number, and sends the form. The photo stays on the phone. */

const PICTURE_SIDES = [1200, 2000, 700];

const reading = document.getElementById("reading");
const card = document.getElementById("form:card");
const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });

function say(sentence) {
  document.getElementById("read").textContent = sentence;
}

function decode(ZXing, picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const source = new ZXing.HTMLCanvasElementLuminanceSource(canvas);
  const hints = new Map([[ZXing.DecodeHintType.TRY_HARDER, true]]);
  try {
    return new ZXing.QRCodeReader().decode(new ZXing.BinaryBitmap(new ZXing.HybridBinarizer(source)), hints).getText();
  } catch (nothing) {
    return null;
  }
}

async function read(file) {
  try {
    if (!globalThis.ZXing) {
      await import(reading.dataset.reader);
    }
  } catch (unreachable) {
    say(reading.dataset.noReader);
    return;
  }
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch (unreadable) {
    say(reading.dataset.noPicture);
    return;
  }
  const text = PICTURE_SIDES.map((side) => decode(globalThis.ZXing, picture, side)).find((found) => found);
  if (!text) {
    say(reading.dataset.noCode);
    return;
  }
  card.value = text;
  say(reading.dataset.done);
  document.getElementById("form:send").click();
}

if (reading && card) {
  reading.hidden = false;
  document.getElementById("picture").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) {
      read(file);
    }
  });
}
