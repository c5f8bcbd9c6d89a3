/* Finds QR codes in pictures, beside the page, so that it answers while a frame is searched. */

import "./lib/zxing.js";

const { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = globalThis.ZXing;
const HINTS = new Map([[DecodeHintType.TRY_HARDER, true]]);

function grey(pixels) {
  const grey = new Uint8ClampedArray(pixels.length / 4);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = (pixels[from] * 77 + pixels[from + 1] * 151 + pixels[from + 2] * 28) >> 8;
  }
  return grey;
}

addEventListener("message", ({ data: { pixels, width, height } }) => {
  const source = new RGBLuminanceSource(grey(new Uint8ClampedArray(pixels)), width, height);
  let text = null;
  try {
    text = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS).getText();
  } catch (nothing) {
    // Most frames hold no code.
  }
  postMessage({ text });
});
