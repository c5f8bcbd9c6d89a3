/* The device of a post: what it holds, how it keeps up with the portal, and what another phone can give it. */

import { CborWriter } from "./cbor.js";
import { TrustedClock } from "./clock.js";
import { fromFile, readChanges, readList, readSheet, readTrust, Refused, statusAt, toFile } from "./documents.js";
import * as portal from "./portal.js";
import { Denied, Unreachable } from "./portal.js";
import * as store from "./store.js";
import { TokenReader } from "./token.js";

const MOST_CHANGES = 120;
const SEND_AFTER = 3000;

export class Device extends EventTarget {
  signedIn = null;
  trust = null;
  list = null;
  sheet = null;
  clock = new TrustedClock();
  online = navigator.onLine;
  /** Why the last refresh was not complete: `""`, `unreachable`, the portal's code, or why a document was refused. */
  trouble = "";
  /** Scans of this shift that the portal did not take: how many by the code of the reason. */
  notTaken = {};
  #reader = null;
  #refreshing = null;
  #sending = 0;
  /* Of what was fetched just now: by it the device's clock is judged, for whoever replays something old would set it back else. */
  #newest = null;

  /** As it was when the page was closed. */
  static async restored() {
    const device = new Device();
    [device.signedIn, device.trust, device.list, device.sheet] = (
      await Promise.all(["device", "trust", "list", "sheet"].map(store.kept))
    ).map((value) => value ?? null);
    const clock = await store.kept("clock");
    if (clock) {
      device.clock = new TrustedClock(clock);
    }
    await store.clearOld(device.signedIn !== null);
    await device.#count();
    return device;
  }

  async signIn(code) {
    const trust = await readTrust(await portal.trust(), null);
    const told = await portal.signIn(code);
    this.signedIn = told;
    this.trust = trust;
    await store.keep("device", told);
    await store.keep("trust", trust);
    await this.refresh();
  }

  /** What the text of a code is. */
  read(text) {
    this.#reader ??= { trust: this.trust, reader: new TokenReader(this.trust) };
    if (this.#reader.trust !== this.trust) {
      this.#reader = { trust: this.trust, reader: new TokenReader(this.trust) };
    }
    return this.#reader.reader.read(text, this.clock.now());
  }

  statusOf(claims) {
    return this.list && claims.place !== null ? statusAt(this.list, claims.place) : null;
  }

  /** Fetches what is newer and sends what waits; once at a time. */
  refresh() {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
      this.dispatchEvent(new Event("change"));
    });
    return this.#refreshing;
  }

  async #refresh() {
    if (this.signedIn === null) {
      return;
    }
    this.clock.tick();
    this.trouble = "";
    this.#newest = null;
    await this.#ask(() => this.#fetchTrust(), () => this.#fetchList(), () => this.#fetchSheet());
    if (this.#newest) {
      this.clock.fetched(this.#newest);
    }
    await this.#ask(() => this.#send());
    await store.keep("clock", this.clock.state);
    await store.clearOld(this.signedIn !== null);
    await this.#count();
  }

  async #count() {
    this.notTaken = (await store.kept("shift"))?.notTaken ?? {};
  }

  /** Whoever comes next begins with figures of their own. */
  async newShift() {
    await store.keep("shift", store.newShift());
    await this.#count();
    this.dispatchEvent(new Event("change"));
  }

  /** What was scanned goes to the portal in some seconds, many at a time where there are many. */
  sendSoon() {
    this.#sending ||= setTimeout(async () => {
      this.#sending = 0;
      await this.#refreshing;
      if (this.signedIn !== null) {
        await this.#ask(() => this.#send());
        this.dispatchEvent(new Event("change"));
      }
    }, SEND_AFTER);
  }

  async #ask(...steps) {
    try {
      for (const step of steps) {
        await this.#tried(step);
      }
    } catch (failure) {
      if (failure instanceof Unreachable) {
        this.online = false;
        this.trouble ||= "unreachable";
      } else if (failure instanceof Denied && failure.shutOut) {
        await this.#shutOut();
      } else {
        throw failure;
      }
    }
  }

  /* One document that is refused does not stop the others. */
  async #tried(step) {
    try {
      await step();
    } catch (failure) {
      if (failure instanceof Refused) {
        this.trouble = failure.why;
      } else if (failure instanceof Denied && !failure.shutOut) {
        this.online = true;
        this.trouble = failure.code || "denied";
        if (failure.code === "verification.device-without-post") {
          this.sheet = null;
          await store.keep("sheet", null);
        }
      } else {
        throw failure;
      }
    }
  }

  async #shutOut() {
    this.signedIn = null;
    this.trust = null;
    this.list = null;
    this.sheet = null;
    await store.forget();
    this.dispatchEvent(new Event("shut-out"));
  }

  async #fetched(ask) {
    const began = Date.now();
    const answer = await ask();
    this.online = true;
    const ended = Date.now();
    const noted = ({ madeAt }) => {
      if (!this.#newest || madeAt > this.#newest.madeAt) {
        this.#newest = { madeAt, began, ended };
      }
    };
    return { answer, noted };
  }

  async #fetchTrust() {
    const { answer, noted } = await this.#fetched(() => portal.trust());
    const trust = await readTrust(answer, this.trust);
    noted(trust);
    await this.#takeTrust(trust);
  }

  async #takeTrust(trust) {
    const fewer = [...trust.withdrawn].some((kid) => !this.trust.withdrawn.has(kid));
    this.trust = trust;
    await store.keep("trust", trust);
    if (fewer) {
      await this.#believeAnew();
    }
  }

  /* A key became known to others: what it may have signed is not believed any more. */
  async #believeAnew() {
    const believed = async (document, read) => {
      try {
        return document && (await read());
      } catch (failure) {
        if (failure instanceof Refused) {
          return null;
        }
        throw failure;
      }
    };
    this.list = await believed(this.list, () => this.#listOf(this.list.whole, this.list.changes, null));
    this.sheet = await believed(this.sheet, () => readSheet(this.sheet.bytes, this.trust, null));
    await store.keep("list", this.list);
    await store.keep("sheet", this.sheet);
  }

  async #listOf(whole, changes, known) {
    let list = await readList(whole, this.trust, changes.length > 0 ? null : known);
    for (const change of changes) {
      list = await readChanges(change, this.trust, list);
    }
    if (known && list.madeAt < known.madeAt) {
      throw new Refused("older");
    }
    return list;
  }

  async #fetchList() {
    const known = this.list;
    const since = known && known.changes.length < MOST_CHANGES ? known.madeAt : null;
    const { answer, noted } = await this.#fetched(() =>
      since === null ? portal.wholeList(this.signedIn.secret) : portal.listSince(this.signedIn.secret, since),
    );
    const whole = since === null || answer.whole;
    const list = whole
      ? await readList(answer.body, this.trust, known)
      : await readChanges(answer.body, this.trust, known);
    noted(list);
    this.list = list;
    await store.keep("list", list);
  }

  async #fetchSheet() {
    const { answer, noted } = await this.#fetched(() => portal.sheet(this.signedIn.secret));
    const sheet = await readSheet(answer, this.trust, this.sheet);
    noted(sheet);
    this.sheet = sheet;
    await store.keep("sheet", sheet);
  }

  /** Sends what waits; each scan has a number of its own, by which the portal knows it again. */
  async #send() {
    if (this.signedIn === null) {
      return; // shut out a moment ago
    }
    const most = this.sheet?.scansPerCall ?? 500;
    for (let scans = await this.#toSend(most); scans.length > 0; scans = await this.#toSend(most)) {
      const { refused } = await portal.sendScans(
        this.signedIn.secret,
        scans.map(({ openUntil, device, tried, ...scan }) => scan),
      );
      this.online = true;
      // What the portal refuses it will refuse again: it is done with and told to the officer. But what this phone, whose clock runs
      // ahead, dates later than now waits, is told as not sent, and is taken in its time.
      const isEarly = ({ code }) => code === "verification.scan-future";
      const early = new Set(refused.filter(isEarly).map(({ id }) => id));
      await store.done(
        scans.map((scan) => scan.id).filter((id) => !early.has(id)),
        refused.filter((each) => !isEarly(each)).map(({ code }) => code),
      );
      await this.#count();
      if (early.size > 0) {
        return;
      }
    }
  }

  #toSend(most) {
    return store.takeToSend(this.signedIn.id, most);
  }

  /** Keys, list and sheet as a file for another phone. */
  file() {
    return toFile(this.trust, this.list, this.sheet, new CborWriter());
  }

  /**
   * Takes what is newer from another phone's file, each part believed by the keys that this device has.
   *
   * @returns `{taken, refused}`: of `trust`, `list` and `sheet` those that were taken, and by part why others were not
   */
  async take(bytes) {
    const given = fromFile(bytes);
    const told = { taken: [], refused: {} };
    const part = async (name, read, take) => {
      try {
        const document = await read();
        const newer = !this[name] || document.madeAt > this[name].madeAt;
        this.clock.signedAt(document.madeAt);
        if (newer) {
          await take(document);
          told.taken.push(name);
        }
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        told.refused[name] = failure.why;
      }
    };
    const keep = (name) => (document) => {
      this[name] = document;
      return store.keep(name, document);
    };
    await part("trust", () => readTrust(given.trust, this.trust), (trust) => this.#takeTrust(trust));
    if (given.whole.length > 0) {
      await part("list", () => this.#listOf(given.whole, given.changes, this.list), keep("list"));
    }
    if (given.sheet.length > 0) {
      await part("sheet", () => this.#sheetOfPost(given.sheet), keep("sheet"));
    }
    await store.keep("clock", this.clock.state);
    this.dispatchEvent(new Event("change"));
    return told;
  }

  async #sheetOfPost(bytes) {
    const sheet = await readSheet(bytes, this.trust, this.sheet);
    if (this.sheet && sheet.post.id !== this.sheet.post.id) {
      throw new Refused("elsewhere");
    }
    return sheet;
  }

  /** The bundle's keys are not to be used any more. */
  trustIsOver() {
    return this.clock.now() >= this.trust.until * 1000;
  }
}
