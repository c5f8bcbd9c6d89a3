/* From a code before the camera to a verdict that is recorded: what a post does all night. */

import { base64url } from "./cose.js";
import * as portal from "./portal.js";
import { Denied, Unreachable } from "./portal.js";
import * as store from "./store.js";
import { printed, typedNumber } from "./token.js";
import { judge, otherCode, proof, standing } from "./verdict.js";

const SEEN_AGAIN = 4000;
const LIST_IS_NEW = 10_000;
const WAIT_FOR_LIST = 3000;
const TAKEN_BACK = 10_000;
const LATELY = 30_000;
const DETECTED = { way: "QR", identity: false };

export class Scanning extends EventTarget {
  #device;
  #seen = { text: null, at: 0 };
  #settling = false;
  /* When this device read cards, by their numbers. */
  #lately = new Map();
  /** The scan that is shown: `{id, way, claims, number, verdict, ...}`. */
  current = null;
  activity = null;
  direction = "IN";

  constructor(device) {
    super();
    this.#device = device;
  }

  get canSettle() {
    return this.current?.verdict.verdict === "MORE" && this.current.open;
  }

  /** A text before the camera; the same one again while it stays there is the same scan. */
  async code(text, taken = performance.now()) {
    const now = performance.now();
    const again = text === this.#seen.text && now - this.#seen.at < SEEN_AGAIN;
    if (this.#settling) {
      return;
    }
    this.#seen = { text, at: now };
    if (again) {
      return;
    }
    this.#settling = true;
    try {
      await this.#code(text, taken);
    } finally {
      this.#settling = false;
    }
  }

  async #code(text, taken) {
    const device = this.#device;
    const reading = await device.read(text);
    if (reading.reason === "not-a-card" || reading.reason === "foreign-code") {
      return this.#other(text, reading, taken);
    }
    let found = this.#stands(reading);
    if (reading.reason === null && device.online && navigator.onLine) {
      found = (await this.#better(reading, found)) ?? found;
    }
    return this.#told({ ...DETECTED, ...found, taken });
  }

  #stands(reading) {
    const device = this.#device;
    const status = reading.claims ? device.statusOf(reading.claims) : null;
    return { reading, stands: standing(status, device.list, device.sheet, device.clock.now()) };
  }

  /* A card without a place is asked for; one that the list does not have may be newer than the list. */
  async #better(reading, found) {
    const device = this.#device;
    if (reading.claims.place === null) {
      const answer = await this.#asked({ number: this.#number(reading.claims) });
      return answer?.stands && { ...answer, reading: answer.reading.reason === null ? reading : answer.reading };
    }
    if (found.stands.status === "INVALID" && device.clock.now() - found.stands.at > LIST_IS_NEW) {
      await Promise.race([device.refresh(), new Promise((resume) => setTimeout(resume, WAIT_FOR_LIST))]);
      return device.signedIn && this.#stands(reading);
    }
    return null;
  }

  /* The code of another system: named, and looked up where the sheet says that this can be. */
  async #other(text, reading, taken) {
    const other = otherCode(this.#device.sheet, text);
    const answer = other?.lookup && navigator.onLine ? await this.#asked({ code: text }) : null;
    if (answer?.reading) {
      // Of a document without a card nothing is forged or mistyped.
      const reading = answer.reading.reason === "unknown-card" ? { reason: "without-card" } : answer.reading;
      return this.#told({ ...DETECTED, way: "DOCUMENT", ...answer, reading, taken });
    }
    return this.#told({
      ...DETECTED,
      way: other || reading.reason === "foreign-code" ? "FOREIGN" : "QR",
      reading: other ? { reason: "foreign-code" } : reading,
      stands: null,
      other,
      offline: Boolean(other?.lookup),
      taken,
    });
  }

  /** A number that somebody typed: null, or the key of what is wrong. */
  async typed(text) {
    if (text.trim() === "") {
      return "no-number";
    }
    const number = typedNumber(text);
    if (number === null) {
      return "bad-number";
    }
    const answer = await this.#asked({ number });
    if (!answer?.reading) {
      return answer?.trouble ?? "offline";
    }
    await this.#told({ way: "NUMBER", identity: true, ...answer, number, taken: performance.now() });
    return null;
  }

  /* What the portal says of a card. `{reading, stands}`, or `{trouble}` where it says nothing. */
  async #asked(asked) {
    const device = this.#device;
    this.dispatchEvent(new Event("asking"));
    try {
      const card = await portal.lookUp(device.signedIn.secret, asked);
      const at = device.clock.now();
      const claims = {
        name: card.name,
        birthYear: card.birthYear,
        idTail: card.idTail,
        activities: card.activities,
        route: [],
        printed: card.number,
        expires: card.validTo ? Date.parse(`${card.validTo}T17:00:00Z`) / 1000 : null,
      };
      const good = card.state === "VALID" || card.state === "SUSPENDED";
      const status = card.state === "SUSPENDED" ? "SUSPENDED" : (card.level ?? "VALID");
      return {
        reading: { reason: good ? null : card.state.toLowerCase().replaceAll("_", "-"), claims },
        stands: { status, at, stale: false, void: false },
      };
    } catch (failure) {
      if (failure instanceof Denied && failure.status === 404) {
        return { reading: { reason: "unknown-card" }, stands: null };
      }
      if (failure instanceof Denied && failure.code === "verification.somebody-else") {
        return { reading: { reason: "somebody-else" }, stands: null };
      }
      if (failure instanceof Denied && failure.shutOut) {
        await device.refresh();
        return { trouble: "offline" };
      }
      if (failure instanceof Denied) {
        return { trouble: failure.status === 429 ? "too-many" : "denied" };
      }
      if (failure instanceof Unreachable) {
        return { trouble: "offline" };
      }
      throw failure;
    }
  }

  #number(claims) {
    return claims?.printed ?? (claims && printed(claims.number));
  }

  async #told({ way, identity, reading, stands, number, other, offline, taken }) {
    const device = this.#device;
    if (device.signedIn === null) {
      return;
    }
    const at = device.clock.now();
    const read = { reading, stands, identity };
    const verdict = this.#judged(read, at);
    const card = number ?? this.#number(reading.claims) ?? null;
    const scan = {
      id: newId(),
      way,
      claims: reading.claims ?? null,
      number: card,
      readBefore: card && this.#readBefore(card, at),
      activity: this.activity,
      direction: this.direction,
      at,
      read,
      verdict,
      other,
      offline,
      open: this.#isOpen(verdict),
    };
    this.#show(scan);
    performance.clearMeasures("frame-to-verdict");
    performance.measure("frame-to-verdict", { start: taken, end: performance.now() });
    await this.#record(scan, scan.open ? store.openUntil() : 0);
  }

  /* When this device read that card a moment ago; null where it did not. The officer is told, and decides: it may be another journey. */
  #readBefore(number, at) {
    for (const [each, then] of this.#lately) {
      if (Math.abs(at - then) > LATELY) {
        this.#lately.delete(each);
      }
    }
    const before = this.#lately.get(number) ?? null;
    this.#lately.set(number, at);
    return before;
  }

  #judged({ reading, stands, identity }, now) {
    const device = this.#device;
    return judge(reading, stands, { sheet: device.sheet, activity: this.activity, now }, {
      clock: device.clock.wentBack(),
      trust: device.trustIsOver(),
      identity,
    });
  }

  #isOpen({ verdict }) {
    return verdict === "MORE" && this.#device.sheet !== null;
  }

  #show(scan) {
    this.current = scan;
    this.dispatchEvent(new CustomEvent("verdict", { detail: scan }));
  }

  /**
   * A paper that is still valid beside the card. Whoever's card was read and waits for the officer passes by it: one person, one scan.
   *
   * @param beside the scan that was shown when the papers were opened, or null
   */
  async paper(code, beside) {
    const waiting = beside?.open ? beside : null;
    const passed = {
      id: newId(),
      way: "PAPER",
      paper: code,
      number: waiting?.number ?? null,
      activity: this.activity,
      direction: this.direction,
      at: this.#device.clock.now(),
      verdict: { verdict: "PASS", reason: "paper", level: waiting?.verdict.level ?? null },
    };
    const openUntil = Date.now() + TAKEN_BACK;
    if (waiting) {
      const settled = { ...passed, id: waiting.id, at: waiting.at, instead: waiting };
      if (await this.#become(waiting, settled, openUntil)) {
        return settled;
      }
    }
    await this.#record(passed, openUntil);
    return passed;
  }

  /** Takes back a paper that was tapped by mistake: what waited before it waits again. False where the portal has it already. */
  async undo(scan) {
    const waiting = scan.instead;
    if (!waiting) {
      return store.changeScan(scan.id, null, (shift) => add(shift, scan, -1));
    }
    const undone = await this.#become(scan, waiting, store.openUntil());
    if (undone && this.current === null && waiting.activity === this.activity && waiting.direction === this.direction) {
      this.#show(waiting);
    }
    return undone;
  }

  /** Judges the scan that waits by the activity and the direction of now. False where it was sent as it was. */
  async judgeAnew() {
    const scan = this.current;
    const verdict = this.#judged(scan.read, this.#device.clock.now());
    const judged = { ...scan, activity: this.activity, direction: this.direction, verdict, open: this.#isOpen(verdict) };
    if (!(await this.#become(scan, judged, judged.open ? store.openUntil() : 0))) {
      return false;
    }
    if (this.current === scan) {
      this.#show(judged);
    }
    return true;
  }

  /** The officer has seen what was missing, or has not. False where the scan was sent as it was. */
  async settle(passes) {
    const scan = this.current;
    const verdict = passes ? "PASS" : "STOP";
    const reason = passes ? proof(scan.verdict) : "turned-away";
    const settled = { ...scan, open: false, verdict: { ...scan.verdict, verdict, reason, missing: [], fallback: false } };
    if (!(await this.#become(scan, settled))) {
      return false; // the portal may have it by now
    }
    if (this.current === scan) {
      this.#show(settled);
    }
    return true;
  }

  /* What is stored of a scan becomes another outcome of it. False where the portal may have it already. */
  async #become(scan, other, openUntil = 0) {
    const changed = await store.changeScan(scan.id, { ...outcome(other), openUntil }, (shift) => {
      add(shift, scan, -1);
      add(shift, other, 1);
    });
    if (changed) {
      this.dispatchEvent(new Event("recorded"));
    }
    return changed;
  }

  /** The next one, though it be the same card. */
  next() {
    this.#seen = { text: null, at: 0 };
  }

  async #record(scan, openUntil) {
    const device = this.#device;
    if (device.sheet === null) {
      return; // no post to count it at
    }
    await store.addScan(
      {
        id: scan.id,
        post: device.sheet.post.id,
        at: new Date(scan.at).toISOString(),
        ...outcome(scan),
        online: device.online,
        device: device.signedIn.id,
        openUntil,
        tried: false,
      },
      (shift) => add(shift, scan, 1),
    );
    this.dispatchEvent(new Event("recorded"));
  }
}

function newId() {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/* What may still change of a scan that is stored. */
function outcome({ direction, activity, way, paper, number, verdict: { verdict, reason, level } }) {
  return { direction, activity, way, paper: paper ?? null, number, verdict, reason, level };
}

function add(shift, scan, by) {
  const count = (figures, name) => {
    figures[name] = Math.max(0, (figures[name] ?? 0) + by); // what waited when the shift began was counted in the one before
  };
  if (scan.paper) {
    count(shift.papers, scan.paper);
  } else {
    count(shift.verdicts, scan.verdict.verdict);
  }
  if (scan.verdict.verdict === "PASS") {
    count(shift.directions, scan.direction);
  }
}
