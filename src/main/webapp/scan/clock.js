/* What time it is for this device. Its own clock may be wrong, so it is held against what the portal signed: nothing signed lies
   in the future, and what has just been fetched is a minute old at most. */

const PATIENCE = 2 * 60_000;
const MADE_LATELY = 35_000; // the portal signs anew at least so often

export class TrustedClock {
  /** @param kept `{offset, latest}` as `state` told it last: what is added to the device's clock, and a moment that is over for sure */
  constructor(kept = { offset: 0, latest: 0 }) {
    this.state = kept;
  }

  /** Never before what is over for sure. */
  now() {
    return Math.max(Date.now() + this.state.offset, this.state.latest);
  }

  /** Whether the device's clock went back since, so that nobody knows how long it has been. */
  wentBack() {
    return Date.now() + this.state.offset < this.state.latest - PATIENCE;
  }

  /** By how much the device's clock is wrong; 0 within two minutes. */
  error() {
    return Math.abs(this.state.offset) > PATIENCE ? -this.state.offset : 0;
  }

  /** A document whose making is told in seconds, whoever brought it. */
  signedAt(madeAt) {
    this.#over(madeAt * 1000);
  }

  /** The newest of the documents that the portal was asked for, which began and ended at these times of the device. */
  fetched({ madeAt, began, ended }) {
    const made = madeAt * 1000;
    const earliest = made - ended; // the portal's clock less the device's, at the least
    const most = made + MADE_LATELY - began;
    this.state.offset = earliest > PATIENCE || most < -PATIENCE ? Math.round((earliest + most) / 2) : 0;
    this.state.latest = Math.min(this.state.latest, Date.now() + this.state.offset);
    this.#over(made);
  }

  /** Now and then, so that a clock that goes back is noticed. */
  tick() {
    if (!this.wentBack()) {
      this.#over(this.now());
    }
  }

  #over(moment) {
    this.state.latest = Math.max(this.state.latest, moment);
  }
}
