/* What the portal signs for devices that have to do without a network: the keys that are believed, how every card stands, and the
   sheet of the post. Each is believed by the keys that the device has, and taken only if it is newer than what the device has. */

import { CborReader, Malformed } from "./cbor.js";
import { base64url, publicKey, readDocument, UnsupportedHeader, verify } from "./cose.js";

const TRUST_TYPE = "application/vnd.thecovid.trust+cwt";
const LIST_TYPE = "application/statuslist+cwt";
const CHANGES_TYPE = "application/vnd.thecovid.status-changes+cwt";
const SHEET_TYPE = "application/vnd.thecovid.post-sheet+cwt";
const LAST_SECOND = 253402300799;
const LARGEST_LIST = 8 * 1024 * 1024;
const LARGEST_SHEET = 512 * 1024;
const LARGEST_PLACES = 32 * 1024 * 1024;
const LONGEST_TEXT = 512;
const BITS = 4;

const STATUSES = { 0: "VALID", 1: "INVALID", 2: "SUSPENDED", 12: "GREEN", 13: "YELLOW", 14: "RED" };

/* Why a document was not taken: `unsigned`, `malformed`, `older`, `elsewhere`, `void`. */
export class Refused extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

async function strictly(read) {
  try {
    return await read();
  } catch (failure) {
    if (failure instanceof Malformed || failure instanceof UnsupportedHeader) {
      throw new Refused("malformed");
    }
    throw failure;
  }
}

/**
 * The keys of a trust bundle. The first one that a device gets, when it signs in, vouches for itself; each later one is signed by
 * a key of the one before that it does not itself withdraw.
 *
 * @param known what the device has, or null
 */
export function readTrust(bytes, known) {
  return strictly(async () => {
    const message = readDocument(bytes, TRUST_TYPE, { tagged: true, most: 64 * 1024 });
    const reader = new CborReader(message.payload);
    reader.map(4, 4);
    reader.expect(1);
    const issuer = reader.text(LONGEST_TEXT);
    reader.expect(4);
    const until = reader.integer(0, LAST_SECOND);
    reader.expect(6);
    const madeAt = reader.integer(0, LAST_SECOND);
    reader.expect(-65538);
    reader.map(2, 2);
    reader.expect(1);
    const points = Array.from({ length: reader.array(0, 100) }, () => readKey(reader));
    reader.expect(2);
    const withdrawn = new Set(Array.from({ length: reader.array(0, 1000) }, () => base64url(reader.bytes(1, 8))));
    reader.end();
    const keys = await imported(points);
    const voucher = known ?? { keys, issuer };
    const key = withdrawn.has(message.kid) ? undefined : voucher.keys.get(message.kid);
    if (issuer !== voucher.issuer || key === undefined || !(await verify(key, message))) {
      throw new Refused("unsigned");
    }
    if (known && madeAt < known.madeAt) {
      throw new Refused("older");
    }
    return { issuer, keys, withdrawn, madeAt, until, bytes };
  });
}

async function imported(points) {
  const keys = new Map();
  for (const { kid, x, y } of points) {
    try {
      keys.set(kid, await publicKey(x, y));
    } catch (notOnTheCurve) {
      throw new Refused("malformed");
    }
  }
  return keys;
}

function readKey(reader) {
  reader.map(6, 6);
  reader.expect(1);
  reader.expect(2);
  reader.expect(2);
  const kid = base64url(reader.bytes(1, 8));
  reader.expect(3);
  reader.expect(-7);
  reader.expect(-1);
  reader.expect(1);
  reader.expect(-2);
  const x = reader.bytes(32, 32);
  reader.expect(-3);
  const y = reader.bytes(32, 32);
  return { kid, x, y };
}

async function signed(bytes, type, trust, tagged, most) {
  const message = readDocument(bytes, type, { tagged, most });
  const key = trust.keys.get(message.kid);
  if (key === undefined || !(await verify(key, message))) {
    throw new Refused("unsigned");
  }
  return new CborReader(message.payload);
}

function expectIssuer(reader, trust) {
  reader.expect(1);
  if (reader.text(LONGEST_TEXT) !== trust.issuer) {
    throw new Refused("elsewhere");
  }
}

/**
 * How every card stands. A list is `{madeAt, until, places, length, whole, changes}`, the last two as they were signed, to be passed on.
 *
 * @param known the list that the device has, or null
 */
export function readList(bytes, trust, known) {
  return strictly(async () => {
    const reader = await signed(bytes, LIST_TYPE, trust, false, LARGEST_LIST);
    reader.map(6, 6);
    expectIssuer(reader, trust);
    reader.expect(2);
    reader.text(LONGEST_TEXT);
    reader.expect(4);
    const until = reader.integer(0, LAST_SECOND);
    reader.expect(6);
    const madeAt = reader.integer(0, LAST_SECOND);
    reader.expect(65533);
    reader.map(2, 2);
    reader.expectText("lst");
    const packed = reader.bytes(0, LARGEST_LIST);
    reader.expectText("bits");
    reader.expect(BITS);
    reader.expect(65534);
    reader.integer(0, LAST_SECOND);
    reader.end();
    if (known && madeAt < known.madeAt) {
      throw new Refused("older");
    }
    return { madeAt, until, places: await inflated(packed), whole: bytes, changes: [] };
  });
}

/* What changed in the list that the device has, put into it. */
export function readChanges(bytes, trust, known) {
  return strictly(async () => {
    const reader = await signed(bytes, CHANGES_TYPE, trust, false, LARGEST_LIST);
    reader.map(6, 6);
    expectIssuer(reader, trust);
    reader.expect(2);
    reader.text(LONGEST_TEXT);
    reader.expect(4);
    const until = reader.integer(0, LAST_SECOND);
    reader.expect(6);
    const madeAt = reader.integer(0, LAST_SECOND);
    reader.expect(65534);
    reader.integer(0, LAST_SECOND);
    reader.expect(-65539);
    reader.map(3, 3);
    reader.expect(1);
    const since = reader.integer(0, LAST_SECOND);
    reader.expect(2);
    const length = reader.integer(0, (LARGEST_PLACES * 8) / BITS);
    reader.expect(3);
    const pairs = reader.bytes(0, LARGEST_LIST);
    reader.end();
    if (madeAt < known.madeAt || since > known.madeAt) {
      throw new Refused(madeAt < known.madeAt ? "older" : "elsewhere");
    }
    const places = grown(known.places, (length * BITS) / 8);
    const numbers = new DataView(pairs.buffer, pairs.byteOffset, pairs.byteLength);
    for (let at = 0; at + 4 <= pairs.length; at += 4) {
      const pair = numbers.getUint32(at);
      const place = pair >>> BITS;
      if (place < length) {
        const shift = BITS * (place & 1);
        places[place >> 1] = (places[place >> 1] & ~(0x0f << shift)) | ((pair & 0x0f) << shift);
      }
    }
    return { ...known, madeAt, until, places, changes: [...known.changes, bytes] };
  });
}

function grown(places, length) {
  const all = new Uint8Array(Math.max(length, places.length)).fill(0x11); // places that nobody has are invalid
  all.set(places);
  return all;
}

export function statusAt(list, place) {
  const octet = list.places[place >> 1];
  return octet === undefined ? "INVALID" : (STATUSES[(octet >> (BITS * (place & 1))) & 0x0f] ?? "INVALID");
}

/* The sheet of a post: `{madeAt, until, bytes, ...}` and what it says. */
export function readSheet(bytes, trust, known) {
  return strictly(async () => {
    const reader = await signed(bytes, SHEET_TYPE, trust, true, LARGEST_SHEET);
    reader.map(4, 4);
    expectIssuer(reader, trust);
    reader.expect(4);
    const until = reader.integer(0, LAST_SECOND);
    reader.expect(6);
    const madeAt = reader.integer(0, LAST_SECOND);
    reader.expect(-65540);
    const text = reader.text(LARGEST_SHEET);
    reader.end();
    if (known && madeAt < known.madeAt) {
      throw new Refused("older");
    }
    return { ...json(text), madeAt, until, bytes };
  });
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch (noJson) {
    throw new Refused("malformed");
  }
}

async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const parts = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > LARGEST_PLACES) {
        throw new Refused("malformed");
      }
    }
  } catch (failure) {
    throw failure instanceof Refused ? failure : new Refused("malformed");
  }
  const places = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    places.set(part, at);
    at += part.length;
  }
  return places;
}

const MAGIC = "thecovid-post-1";

/* Keys, list and sheet as one file that a phone gives to another: an array of byte strings after a word that says what it is. */
export function toFile(trust, list, sheet, writer) {
  writer.array(5).text(MAGIC).bytes(trust.bytes).bytes(list ? list.whole : new Uint8Array(0));
  writer.array(list ? list.changes.length : 0);
  list?.changes.forEach((changes) => writer.bytes(changes));
  return writer.bytes(sheet ? sheet.bytes : new Uint8Array(0)).toBytes();
}

export function fromFile(bytes) {
  try {
    const reader = new CborReader(bytes);
    reader.array(5, 5);
    reader.expectText(MAGIC);
    const trust = reader.bytes(1, LARGEST_SHEET);
    const whole = reader.bytes(0, LARGEST_LIST);
    const changes = Array.from({ length: reader.array(0, 1000) }, () => reader.bytes(1, LARGEST_LIST));
    const sheet = reader.bytes(0, LARGEST_SHEET);
    reader.end();
    return { trust, whole, changes, sheet };
  } catch (failure) {
    if (failure instanceof Malformed) {
      throw new Refused("malformed");
    }
    throw failure;
  }
}
