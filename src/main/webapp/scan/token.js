/* Tells the codes of cards from everything else, without a network: the same verdicts for the same reasons as the portal's
   TokenReader, which a test compares over some thousands of codes. */

import { CborReader, CborWriter, Malformed, sameBytes } from "./cbor.js";
import { readCard, UnsupportedHeader, verify } from "./cose.js";
import { pack, unpack } from "./packed-text.js";

export const MAX_LENGTH = 2000;
const PREFIX_LENGTH = 4;
const FIRST_PREFIX = "KH1:";
const PREFIX = "KH2:";
const FOREIGN_PREFIXES = ["HC1:", "LT1:", "NZCP:/", "shc:/", "DC03", "DC04"];
const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const ISSUER = 1;
const EXPIRES = 4;
const NOT_BEFORE = 5;
const ISSUED = 6;
const ID = 7;
const CARD = -65537;
const LAST_SECOND = 253402300799;
const MAX_PLACE = 2 ** 26;
const MAX_NAME = 80;
const LARGEST_LONG = (1n << 63n) - 1n;

export class TokenReader {
  #trust;

  /** @param trust with `issuer`, `keys` (a Map from key id to CryptoKey) and `withdrawn` (a Set of key ids) */
  constructor(trust) {
    this.#trust = trust;
  }

  /**
   * What a text is at a moment: `{reason: null, claims}` where it is genuine and in its time, `{reason, claims}` where it is
   * out of its time, `{reason}` where it is refused.
   */
  async read(text, now) {
    const first = text.startsWith(FIRST_PREFIX);
    if (!first && !text.startsWith(PREFIX)) {
      return { reason: FOREIGN_PREFIXES.some((prefix) => text.startsWith(prefix)) ? "foreign-code" : "not-a-card" };
    }
    if (text.length > MAX_LENGTH) {
      return { reason: "too-long" };
    }
    const bytes = base45(text);
    if (bytes === null) {
      return { reason: "bad-base45" };
    }
    try {
      return await this.#card(readCard(bytes), first, now);
    } catch (refused) {
      if (refused instanceof UnsupportedHeader) {
        return { reason: "unsupported-header" };
      }
      if (refused instanceof Malformed) {
        return { reason: "malformed" };
      }
      throw refused;
    }
  }

  async #card(message, first, now) {
    const key = this.#trust.keys.get(message.kid);
    if (key === undefined) {
      return { reason: this.#trust.withdrawn.has(message.kid) ? "withdrawn-key" : "unknown-key" };
    }
    if (!(await verify(key, message))) {
      return { reason: "bad-signature" };
    }
    const claims = first ? readFirstClaims(message.payload) : readClaims(message.payload);
    if (claims.issuer !== this.#trust.issuer) {
      return { reason: "wrong-issuer" };
    }
    if (now < claims.notBefore * 1000) {
      return { reason: "not-yet-valid", claims };
    }
    return { reason: now < claims.expires * 1000 ? null : "expired", claims };
  }
}

/* Null for what is not in the one spelling. */
function base45(text) {
  const length = text.length - PREFIX_LENGTH;
  const rest = length % 3;
  if (rest === 1) {
    return null;
  }
  const bytes = new Uint8Array(Math.floor(length / 3) * 2 + rest / 2);
  const value = (at) => {
    const known = BASE45.indexOf(text[at]);
    return known < 0 ? NaN : known;
  };
  let at = PREFIX_LENGTH;
  let out = 0;
  for (; at + 2 < text.length; at += 3) {
    const triplet = value(at) + 45 * value(at + 1) + 2025 * value(at + 2);
    if (!(triplet <= 0xffff)) {
      return null;
    }
    bytes[out++] = triplet >> 8;
    bytes[out++] = triplet & 0xff;
  }
  if (rest === 2) {
    const pair = value(at) + 45 * value(at + 1);
    if (!(pair <= 0xff)) {
      return null;
    }
    bytes[out] = pair;
  }
  return bytes;
}

function readClaims(payload) {
  const reader = new CborReader(payload);
  const claims = {};
  reader.map(4, 4);
  readFrame(reader, claims);
  reader.expect(CARD);
  reader.map(8, 8);
  readHolder(reader, claims);
  reader.expect(6);
  claims.route = Array.from({ length: reader.array(0, 4) }, () =>
    reader.atText() ? reader.text(8) : String(reader.integer(1, 99_999_999)),
  );
  reader.expect(7);
  reader.expect(1); // a card of the one kind so far
  reader.expect(8);
  claims.place = reader.integer(0, MAX_PLACE - 1);
  reader.end();
  require(claims.route.every((area) => /^[0-9A-Z]{1,8}$/.test(area)));
  return canonical(payload, claims, (writer) => {
    writer.map(4);
    writeFrame(writer, claims);
    writer.integer(CARD).map(8);
    writeHolder(writer, claims);
    writer.integer(6).array(claims.route.length);
    claims.route.forEach((area) =>
      /^[1-9][0-9]{0,7}$/.test(area) ? writer.integer(Number(area)) : writer.text(area),
    );
    writer.integer(7).integer(1);
    writer.integer(8).integer(claims.place);
  });
}

/* Cards with the prefix KH1: have no place in the status list. */
function readFirstClaims(payload) {
  const reader = new CborReader(payload);
  const claims = { route: [], place: null };
  reader.map(6, 6);
  readFrame(reader, claims);
  reader.expect(ISSUED);
  const issued = seconds(reader);
  reader.expect(ID);
  const id = reader.bytes(16, 16);
  reader.expect(CARD);
  reader.map(6, 6);
  readHolder(reader, claims);
  reader.expect(6);
  const workplace = readText(reader);
  reader.end();
  require(workplace === shortened(workplace));
  return canonical(payload, claims, (writer) => {
    writer.map(6);
    writeFrame(writer, claims);
    writer.integer(ISSUED).integer(issued);
    writer.integer(ID).bytes(id);
    writer.integer(CARD).map(6);
    writeHolder(writer, claims);
    writeText(writer.integer(6), workplace);
  });
}

function readFrame(reader, claims) {
  reader.expect(ISSUER);
  claims.issuer = reader.text(64);
  reader.expect(EXPIRES);
  claims.expires = seconds(reader);
  reader.expect(NOT_BEFORE);
  claims.notBefore = seconds(reader);
  require(claims.notBefore < claims.expires);
}

function writeFrame(writer, claims) {
  writer.integer(ISSUER).text(claims.issuer);
  writer.integer(EXPIRES).integer(claims.expires);
  writer.integer(NOT_BEFORE).integer(claims.notBefore);
}

function readHolder(reader, claims) {
  reader.expect(1);
  claims.number = readNumber(reader.bytes(1, 8));
  reader.expect(2);
  claims.name = readText(reader);
  reader.expect(3);
  claims.birthYear = reader.integer(1850, 2200);
  reader.expect(4);
  claims.idTail = reader.atText() ? reader.text(4) : String(reader.integer(0, 9999)).padStart(4, "0");
  reader.expect(5);
  const codes = readText(reader);
  claims.activities = codes === "" ? [] : codes.toUpperCase().split(" ");
  require(claims.name === shortened(claims.name));
  require(/^[0-9A-Z]{0,4}$/.test(claims.idTail));
  require(claims.activities.length <= 16 && claims.activities.every((code) => /^[0-9A-Z][0-9A-Z_]{0,23}$/.test(code)));
}

function writeHolder(writer, claims) {
  writer.integer(1).bytes(numberBytes(claims.number));
  writeText(writer.integer(2), claims.name);
  writer.integer(3).integer(claims.birthYear);
  writer.integer(4);
  if (/^[0-9]{4}$/.test(claims.idTail)) {
    writer.integer(Number(claims.idTail));
  } else {
    writer.text(claims.idTail);
  }
  writeText(writer.integer(5), claims.activities.map((code) => code[0] + code.slice(1).toLowerCase()).join(" "));
}

/* A number of base 36 with a one before it, which keeps the zeros at the start. */
function readNumber(bytes) {
  require(bytes[0] < 0x80);
  const value = bytes.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  const number = value.toString(36).slice(1).toUpperCase();
  require(/^[0-9A-Z]{1,11}$/.test(number));
  return number;
}

function numberBytes(number) {
  let value = [..."1" + number].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  require(value <= LARGEST_LONG);
  const bytes = [];
  for (; value > 0n; value >>= 8n) {
    bytes.unshift(Number(value & 0xffn));
  }
  return Uint8Array.from(bytes[0] < 0x80 ? bytes : [0, ...bytes]);
}

function readText(reader) {
  return reader.atText() ? reader.text(512) : unpack(reader.bytes(1, 512));
}

function writeText(writer, text) {
  const packed = pack(text);
  if (packed !== null && packed.length < text.length) {
    writer.bytes(packed);
  } else {
    writer.text(text);
  }
}

function seconds(reader) {
  return reader.integer(0, LAST_SECOND);
}

function shortened(text) {
  const nfc = text.normalize("NFC");
  if (nfc.length <= MAX_NAME) {
    return nfc;
  }
  const high = nfc.charCodeAt(MAX_NAME - 2);
  return nfc.slice(0, high >= 0xd800 && high < 0xdc00 ? MAX_NAME - 2 : MAX_NAME - 1).trim() + "…";
}

function canonical(payload, claims, write) {
  const writer = new CborWriter();
  write(writer);
  if (!sameBytes(payload, writer.toBytes())) {
    throw new Malformed("claims in another form than the one canonical");
  }
  return claims;
}

function require(holds) {
  if (!holds) {
    throw new Malformed("claims that no card has");
  }
}

const NUMBER_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* As it is printed: grouped, with its check character. */
export function printed(body) {
  return `KH${body[0]}-${body.slice(1, 5)}-${body.slice(5)}-${check(body)}`;
}

/* What somebody typed, as it is printed; null where it is no card number. */
export function typedNumber(typed) {
  let plain = [...typed.toUpperCase().slice(0, 40)]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .map((letter) => ({ O: "0", I: "1", L: "1" })[letter] ?? letter)
    .join("");
  if (plain.length === 12 && plain.startsWith("KH")) {
    plain = plain.slice(2);
  }
  if (plain.length !== 10 || [...plain].some((letter) => !NUMBER_ALPHABET.includes(letter))) {
    return null;
  }
  return check(plain.slice(0, 9)) === plain[9] ? printed(plain.slice(0, 9)) : null;
}

function check(body) {
  const sum = [...body].reduce((element, letter) => {
    const shifted = (element ^ NUMBER_ALPHABET.indexOf(letter)) << 1;
    return shifted < 32 ? shifted : shifted ^ 0b100101;
  }, 0);
  return NUMBER_ALPHABET[sum];
}
