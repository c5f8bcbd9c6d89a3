/* The build that runs here, and the next one, which waits until the officer takes it. */

const LOOK_EVERY = 30 * 60_000;

export class Shell extends EventTarget {
  #waiting = null;
  #takingOver = false;

  /** Whether another build is whole and could be used. */
  get isWaiting() {
    return this.#waiting !== null;
  }

  async keep() {
    if (!navigator.serviceWorker) {
      return;
    }
    const builds = await navigator.serviceWorker.register("/scan/sw.js", { scope: "/scan", type: "module", updateViaCache: "none" });
    navigator.serviceWorker.addEventListener("controllerchange", () => this.#takingOver && location.reload());
    const ready = () => {
      this.#waiting = navigator.serviceWorker.controller ? builds.waiting : null;
      this.dispatchEvent(new Event("change"));
    };
    builds.addEventListener("updatefound", () => builds.installing?.addEventListener("statechange", ready));
    if (builds.waiting) {
      this.#take(builds.waiting); // nothing is being scanned yet
    }
    setInterval(() => navigator.onLine && builds.update().catch(() => {}), LOOK_EVERY);
  }

  takeOver() {
    this.#take(this.#waiting);
  }

  /* From then on all of the page is of the new build. */
  #take(build) {
    this.#takingOver = true;
    build.postMessage("take-over");
  }
}
