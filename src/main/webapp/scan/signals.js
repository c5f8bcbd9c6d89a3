/* What is felt and heard of a verdict, for eyes that are on the road. */

const TONES = {
  PASS: [[880, 0.09], [1320, 0.14]],
  MORE: [[660, 0.12], [0, 0.06], [660, 0.12]],
  STOP: [[220, 0.45]],
  UNREADABLE: [[330, 0.1]],
  PAPER: [[990, 0.06]],
};
const BUZZES = { PASS: [60], MORE: [80, 60, 80], STOP: [400], UNREADABLE: [30], PAPER: [40] };

let audio = null;

/* Browsers let a page be heard only after its reader has touched it. */
export function unlock() {
  audio ??= new AudioContext();
  audio.resume();
}

export function signal(verdict, loud) {
  navigator.vibrate?.(BUZZES[verdict]);
  if (!loud || audio === null) {
    return;
  }
  let at = audio.currentTime + 0.01;
  for (const [pitch, length] of TONES[verdict]) {
    if (pitch > 0) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      tone.type = verdict === "STOP" ? "square" : "sine";
      volume.gain.setValueAtTime(0.25, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + length);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length);
    }
    at += length;
  }
}

let awake = null;

/* The screen stays on while the camera looks. */
export async function stayAwake(on) {
  try {
    await awake?.release();
    awake = on ? ((await navigator.wakeLock?.request("screen")) ?? null) : null;
  } catch (notNow) {
    awake = null; // the battery is low, or the page is not seen: the screen then goes dark as usual
  }
}
