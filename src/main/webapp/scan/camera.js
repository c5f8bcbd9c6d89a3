/* Codes before the camera, or in a picture. The browser's own reader is used where there is one, else that of the WebJar, which
   works beside the page (code-worker.js). */

const SIDE = 720;
const PAUSE = 40;
/* Readers of the ZXing family stop at the first three places that look like a corner: where one inside the code does, the code turned by
   some degrees shows another picture, in which it does not. */
const TURNED = 0.3;
const LOOKS = [
  { turned: 0, whole: false },
  { turned: TURNED, whole: false },
  { turned: 0, whole: true },
  { turned: -TURNED, whole: false },
];
const PICTURE_LOOKS = [1200, 2000, 700, 450].flatMap((side) => [0, TURNED, -TURNED, 2 * TURNED].map((turned) => ({ side, turned, whole: true })));

/* What stands in the way of a camera, by the names that browsers give it. */
const FAILURES = {
  NotAllowedError: "refused",
  NotFoundError: "no-camera",
  OverconstrainedError: "no-camera",
  NotReadableError: "busy",
};

class CodeReader {
  #own = null;
  #worker = null;
  #waiting = null;
  #canvas = document.createElement("canvas");
  #context = this.#canvas.getContext("2d", { willReadFrequently: true });

  async #ready() {
    if (this.#own || this.#worker) {
      return;
    }
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats?.().catch(() => [])) ?? [];
    if (formats.includes("qr_code")) {
      this.#own = new BarcodeDetector({ formats: ["qr_code"] });
      return;
    }
    this.#worker = new Worker(new URL("code-worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#waiting?.(data));
    this.#worker.addEventListener("error", () => this.#waiting?.({ failed: true }));
  }

  /* The text of the code in the middle of a picture, or in all of it; null where there is none. */
  async text(picture, width, height, { side = SIDE, turned, whole }) {
    await this.#ready();
    const edge = whole ? Math.max(width, height) : Math.min(width, height);
    const scale = Math.min(1, side / edge);
    const canvas = this.#canvas;
    canvas.width = Math.round((whole ? width : edge) * scale);
    canvas.height = Math.round((whole ? height : edge) * scale);
    const context = this.#context;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(turned);
    const fitting = scale / (Math.cos(turned) + Math.abs(Math.sin(turned)));
    context.scale(fitting, fitting);
    context.drawImage(picture, -width / 2, -height / 2);
    if (this.#own) {
      const [found] = await this.#own.detect(canvas);
      return found ? found.rawValue : null;
    }
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    const answer = await new Promise((resolve) => {
      this.#waiting = resolve;
      this.#worker.postMessage({ pixels: image.data.buffer, width: image.width, height: image.height }, [image.data.buffer]);
    });
    if (answer.failed) {
      throw new Error("the reader of codes could not be loaded");
    }
    return answer.text;
  }
}

export class Camera extends EventTarget {
  #view;
  #stream = null;
  #reader = new CodeReader();
  #pictures = new CodeReader();
  #onCode;

  /** @param onCode is called with each text that is before the camera, frame after frame, and with when the frame was taken */
  constructor(view, onCode) {
    super();
    this.#view = view;
    this.#onCode = onCode;
  }

  get running() {
    return this.#stream !== null;
  }

  /** Null, or what stands in the way: `insecure`, `refused`, `no-camera`, `busy`. */
  async start() {
    if (!navigator.mediaDevices) {
      return "insecure";
    }
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
      });
    } catch (failure) {
      return FAILURES[failure.name] ?? "no-camera";
    }
    this.#view.srcObject = this.#stream;
    this.#track().addEventListener("ended", () => this.stop());
    try {
      await this.#view.play();
    } catch (stoppedMeanwhile) {
      this.stop();
      return "no-camera";
    }
    this.#look(this.#stream);
    this.dispatchEvent(new Event("change"));
    return null;
  }

  stop() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.#view.srcObject = null;
    this.dispatchEvent(new Event("change"));
  }

  get hasTorch() {
    return Boolean(this.#track()?.getCapabilities?.().torch);
  }

  async torch(on) {
    await this.#track()?.applyConstraints({ advanced: [{ torch: on }] });
  }

  #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  async #look(own) {
    for (let turn = 0; this.#stream === own; turn++) {
      const { videoWidth, videoHeight } = this.#view;
      if (videoWidth > 0) {
        const taken = performance.now();
        try {
          const text = await this.#reader.text(this.#view, videoWidth, videoHeight, LOOKS[turn % LOOKS.length]);
          if (text && this.#stream === own) {
            await this.#onCode(text, taken);
          }
        } catch (failure) {
          this.stop();
          this.dispatchEvent(new CustomEvent("failed", { detail: failure }));
          return;
        }
      }
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  }

  /** The text of the code in a picture file; null where there is none, undefined where it is no picture. */
  async read(file) {
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch (noPicture) {
      return undefined;
    }
    for (const look of PICTURE_LOOKS) {
      const text = await this.#pictures.text(picture, picture.width, picture.height, look);
      if (text) {
        return text;
      }
    }
    return null;
  }
}
