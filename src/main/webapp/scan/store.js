/* What the device keeps: keys, list, sheet, its secret and settings under their names, and the scans that the portal has to get. */

import { openDB } from "./lib/idb/index.js";

const DAY = 24 * 3600_000;
const UNSETTLED = 3 * 60_000;

const database = openDB("thecovid-scan", 1, {
  upgrade(db) {
    db.createObjectStore("kept");
    db.createObjectStore("scans", { keyPath: "id" }).createIndex("sentAt", "sentAt"); // 0 until the portal has it
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

/* With the figures of the shift, which change by what `count` does to them. */
export async function addScan(scan, count) {
  await withShift(count, (scans) => scans.put(scan));
}

/* Another outcome of a scan that is still open, or none at all. False where the portal may have it already. */
export async function changeScan(id, changes, count) {
  let changed = false;
  await withShift(
    (shift) => changed && count(shift),
    async (scans) => {
      const scan = await scans.get(id);
      changed = Boolean(scan?.openUntil) && scan.sentAt === 0 && !scan.tried;
      if (changed) {
        await (changes === null ? scans.delete(id) : scans.put({ ...scan, ...changes, openUntil: 0 }));
      }
    },
  );
  return changed;
}

async function withShift(count, act) {
  const transaction = (await database).transaction(["scans", "kept"], "readwrite");
  await act(transaction.objectStore("scans"));
  const shift = (await transaction.objectStore("kept").get("shift")) ?? newShift();
  count(shift);
  await transaction.objectStore("kept").put(shift, "shift");
  await transaction.done;
}

export function newShift() {
  return { since: Date.now(), verdicts: {}, directions: {}, papers: {} };
}

/* Those that may be sent, the oldest first, marked as tried: from now on only the portal knows whether it has them. */
export async function takeToSend(device, most, now = Date.now()) {
  const transaction = (await database).transaction("scans", "readwrite");
  const waiting = await transaction.store.index("sentAt").getAll(0);
  const ready = waiting
    .filter((scan) => scan.openUntil < now && (scan.device === device || !scan.tried))
    .sort((one, other) => one.at.localeCompare(other.at))
    .slice(0, most)
    .map((scan) => ({ ...scan, device, tried: true }));
  ready.forEach((scan) => transaction.store.put(scan));
  await transaction.done;
  return ready;
}

export async function markSent(ids, now = Date.now()) {
  const transaction = (await database).transaction("scans", "readwrite");
  for (const id of ids) {
    const scan = await transaction.store.get(id);
    if (scan) {
      await transaction.store.put({ ...scan, sentAt: now });
    }
  }
  await transaction.done;
}

export async function unsent() {
  return (await database).countFromIndex("scans", "sentAt", 0);
}

/* What the portal has had for a day goes, as does what it will not have any more. */
export async function clearOld(signedIn, now = Date.now()) {
  const transaction = (await database).transaction("scans", "readwrite");
  for (const scan of await transaction.store.getAll()) {
    const age = now - Date.parse(scan.at);
    const over = scan.sentAt > 0 ? scan.sentAt + DAY < now : age > (signedIn ? 30 : 1) * DAY;
    if (over) {
      transaction.store.delete(scan.id);
    }
  }
  await transaction.done;
}

export function openUntil(now = Date.now()) {
  return now + UNSETTLED;
}
