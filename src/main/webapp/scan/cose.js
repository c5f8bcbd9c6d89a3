/* COSE_Sign1 (RFC 9052) with ES256 in the forms that the portal writes. Signatures are verified by the browser's own
   WebCrypto, which has nothing to do with the portal's Java. */

import { CborReader, CborWriter } from "./cbor.js";

const SIGN1 = 18;
const ALGORITHM = 1;
const KEY_ID = 4;
const TYPE = 16;
const ES256 = -7;
const LONGEST_TYPE = 80;
const SIGNATURE_BYTES = 64;
const COORDINATE_BYTES = 32;
const LARGEST_CARD = 2048;
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
/* Half of the order of P-256: of two signatures that differ in the sign of s only the lower is taken. */
const HALF_ORDER = Uint8Array.from(
  "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8".match(/../g),
  (octet) => parseInt(octet, 16),
);

export class UnsupportedHeader extends Error {}

export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/* What a card's code holds: tag, two protected headers, nothing unprotected. */
export function readCard(bytes) {
  const reader = new CborReader(bytes);
  reader.tag(SIGN1);
  reader.array(4, 4);
  const header = reader.bytes(0, LARGEST_CARD);
  if (reader.map() !== 0) {
    throw new UnsupportedHeader("unprotected headers are not taken");
  }
  const kid = readHeader(new CborReader(header));
  return rest(reader, header, kid, LARGEST_CARD);
}

function readHeader(reader) {
  if (reader.map() !== 2 || reader.integer() !== ALGORITHM || !reader.atInteger() || reader.integer() !== ES256) {
    throw new UnsupportedHeader("not ES256 and a key id");
  }
  if (!reader.atInteger() || reader.integer() !== KEY_ID || !reader.atBytes()) {
    throw new UnsupportedHeader("no key id");
  }
  const kid = base64url(reader.bytes(1, 8));
  reader.end();
  return kid;
}

/* A signed document that is no card: its type is in the header, so that neither is taken for the other. */
export function readDocument(bytes, type, { tagged, most }) {
  const reader = new CborReader(bytes);
  if (tagged) {
    reader.tag(SIGN1);
  }
  reader.array(4, 4);
  const header = reader.bytes(0, 256);
  reader.map(0, 0);
  const inside = new CborReader(header);
  inside.map(3, 3);
  inside.expect(ALGORITHM);
  inside.expect(ES256);
  inside.expect(KEY_ID);
  const kid = base64url(inside.bytes(1, 8));
  inside.expect(TYPE);
  if (inside.text(LONGEST_TYPE) !== type) {
    throw new UnsupportedHeader("another type of document");
  }
  inside.end();
  return rest(reader, header, kid, most);
}

function rest(reader, header, kid, most) {
  const payload = reader.bytes(0, most);
  const signature = reader.bytes(SIGNATURE_BYTES, SIGNATURE_BYTES);
  reader.end();
  return { header, kid, payload, signature };
}

export function publicKey(x, y) {
  const point = new Uint8Array(1 + 2 * COORDINATE_BYTES);
  point[0] = 4;
  point.set(x, 1);
  point.set(y, 1 + COORDINATE_BYTES);
  return crypto.subtle.importKey("raw", point, CURVE, false, ["verify"]);
}

export async function verify(key, message) {
  const s = message.signature.subarray(COORDINATE_BYTES);
  if (isAbove(s, HALF_ORDER)) {
    return false;
  }
  const signed = new CborWriter()
    .array(4)
    .text("Signature1")
    .bytes(message.header)
    .bytes(new Uint8Array(0))
    .bytes(message.payload)
    .toBytes();
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, message.signature, signed);
}

function isAbove(one, other) {
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at]) {
      return one[at] > other[at];
    }
  }
  return false;
}
