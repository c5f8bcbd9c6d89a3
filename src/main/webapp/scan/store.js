/* What the device keeps: keys, list, sheet, its secret and settings under their names, and the scans that the portal still has to get. */

import { openDB } from "./lib/idb/index.js";

const DAY = 24 * 3600_000;
const UNSETTLED = 3 * 60_000;

const database = openDB("thecovid-scan", 1, {
  upgrade(db) {
    db.createObjectStore("kept");
    db.createObjectStore("scans", { keyPath: "id" });
  },
});

export async function kept(name) {
  return (await database).get("kept", name);
}

export async function keep(name, value) {
  await (await database).put("kept", value, name);
}

/* All that opens anything; scans that the portal has not got stay until the device signs in again, a day at most. */
export async function forget() {
  const transaction = (await database).transaction("kept", "readwrite");
  await Promise.all([..."device trust list sheet shift".split(" ").map((name) => transaction.store.delete(name)), transaction.done]);
}

/* With the figures of the shift, which change by what `count` does to them; it says false where that is nothing. */
export async function addScan(scan, count) {
  await withShift(count, (scans) => scans.put(scan));
}

/* Another outcome of a scan that is still open, which it stays only where `changes` say until when, or none at all. False where the portal may have it already. */
export async function changeScan(id, changes, count) {
  let changed = false;
  await withShift(
    (shift) => changed && count(shift),
    async (scans) => {
      const scan = await scans.get(id);
      changed = Boolean(scan?.openUntil) && !scan.tried;
      if (changed) {
        await (changes === null ? scans.delete(id) : scans.put({ ...scan, openUntil: 0, ...changes }));
      }
    },
  );
  return changed;
}

async function withShift(count, act) {
  const transaction = (await database).transaction(["scans", "kept"], "readwrite");
  await act(transaction.objectStore("scans"));
  const shift = (await transaction.objectStore("kept").get("shift")) ?? newShift();
  if (count(shift) !== false) {
    await transaction.objectStore("kept").put(shift, "shift");
  }
  await transaction.done;
}

export function newShift() {
  return { since: Date.now(), verdicts: {}, directions: {}, papers: {}, notTaken: {} };
}

/* Those that may be sent, the oldest first, marked as tried: from now on only the portal knows whether it has them. */
export async function takeToSend(device, most, now = Date.now()) {
  const transaction = (await database).transaction("scans", "readwrite");
  const waiting = await transaction.store.getAll();
  const ready = waiting
    .filter((scan) => scan.openUntil < now && (scan.device === device || !scan.tried))
    .sort((one, other) => one.at.localeCompare(other.at))
    .slice(0, most)
    .map((scan) => ({ ...scan, device, tried: true }));
  ready.forEach((scan) => transaction.store.put(scan));
  await transaction.done;
  return ready;
}

/* The portal has these, or will not have them: what is left of them are the figures of the shift, with how many were not taken by why. */
export async function done(ids, refused) {
  await withShift(
    (shift) => refused.forEach((code) => notTaken(shift, code)),
    (scans) => Promise.all(ids.map((id) => scans.delete(id))),
  );
}

function notTaken(shift, code) {
  shift.notTaken ??= {};
  shift.notTaken[code] = (shift.notTaken[code] ?? 0) + 1;
}

export async function unsent() {
  return (await database).count("scans");
}

/* What the portal will not have any more goes; builds before this one kept what it had. */
export async function clearOld(signedIn, now = Date.now()) {
  const old = [];
  const over = (scan) => now - Date.parse(scan.at) > (signedIn ? 30 : 1) * DAY;
  await withShift(
    (shift) => signedIn && old.length > 0 && old.forEach(() => notTaken(shift, "verification.scan-old")),
    async (scans) => {
      for (const scan of await scans.getAll()) {
        const sent = scan.sentAt > 0;
        if (sent || over(scan)) {
          scans.delete(scan.id);
        }
        if (!sent && over(scan)) {
          old.push(scan);
        }
      }
    },
  );
}

export function openUntil(now = Date.now()) {
  return now + UNSETTLED;
}
