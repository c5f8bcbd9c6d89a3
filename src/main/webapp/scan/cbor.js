/* CBOR (RFC 8949) as far as the portal's signed texts need it, in the one deterministic form. The reader takes exactly what
   its caller expects next and refuses all else, so nesting is never deeper than the caller's own code. */

export const UNSIGNED = 0;
export const NEGATIVE = 1;
export const BYTES = 2;
export const TEXT = 3;
export const ARRAY = 4;
export const MAP = 5;
export const TAG = 6;

const MOST_PAIRS = 16;
const BEYOND = 1n << 63n;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class Malformed extends Error {}

export class CborReader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  integer(min = -Infinity, max = Infinity) {
    const major = this.#major();
    if (major !== UNSIGNED && major !== NEGATIVE) {
      throw new Malformed(`no integer at ${this.#at}`);
    }
    const argument = this.#argument();
    const value = major === UNSIGNED ? argument : -1 - argument;
    if (value < min || value > max) {
      throw new Malformed(`integer out of range before ${this.#at}`);
    }
    return value;
  }

  expect(value) {
    this.integer(value, value);
  }

  bytes(min, max) {
    return this.#take(this.#head(BYTES, min, max));
  }

  text(maxBytes) {
    const utf8 = this.#take(this.#head(TEXT, 0, maxBytes));
    try {
      return UTF8.decode(utf8);
    } catch (notUtf8) {
      throw new Malformed(`text is not UTF-8 before ${this.#at}`);
    }
  }

  expectText(word) {
    if (this.text(word.length) !== word) {
      throw new Malformed(`not ${word} before ${this.#at}`);
    }
  }

  atInteger() {
    return this.#major() <= NEGATIVE;
  }

  atText() {
    return this.#major() === TEXT;
  }

  atBytes() {
    return this.#major() === BYTES;
  }

  array(min, max) {
    return this.#head(ARRAY, min, max);
  }

  /** Number of pairs. */
  map(min = 0, max = MOST_PAIRS) {
    return this.#head(MAP, min, max);
  }

  tag(tag) {
    this.#head(TAG, tag, tag);
  }

  end() {
    if (this.#at !== this.#bytes.length) {
      throw new Malformed(`bytes left from ${this.#at}`);
    }
  }

  #head(major, min, max) {
    if (this.#major() !== major) {
      throw new Malformed(`another type expected at ${this.#at}`);
    }
    const argument = this.#argument();
    if (argument < min || argument > max) {
      throw new Malformed(`length or tag out of bounds before ${this.#at}`);
    }
    return argument;
  }

  #major() {
    if (this.#at >= this.#bytes.length) {
      throw new Malformed("ends too early");
    }
    return this.#bytes[this.#at] >> 5;
  }

  #argument() {
    const info = this.#bytes[this.#at++] & 0x1f;
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw new Malformed(`indefinite or reserved length before ${this.#at}`);
    }
    const length = 1 << (info - 24);
    let value = 0n;
    for (const octet of this.#take(length)) {
      value = (value << 8n) | BigInt(octet);
    }
    const shortest = length === 1 ? 24n : 1n << BigInt(4 * length);
    if (value < shortest || value >= BEYOND) {
      throw new Malformed(`head not in its shortest form, or beyond 63 bits, before ${this.#at}`);
    }
    return Number(value); // what is beyond 53 bits is beyond every bound, too
  }

  #take(length) {
    if (length > this.#bytes.length - this.#at) {
      throw new Malformed("ends too early");
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

export class CborWriter {
  #out = [];

  integer(value) {
    return value < 0 ? this.#head(NEGATIVE, -1 - value) : this.#head(UNSIGNED, value);
  }

  bytes(bytes) {
    this.#head(BYTES, bytes.length);
    return this.#put(bytes);
  }

  text(text) {
    const utf8 = new TextEncoder().encode(text);
    this.#head(TEXT, utf8.length);
    return this.#put(utf8);
  }

  array(length) {
    return this.#head(ARRAY, length);
  }

  map(pairs) {
    return this.#head(MAP, pairs);
  }

  toBytes() {
    const all = new Uint8Array(this.#out.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#out) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #put(bytes) {
    this.#out.push(bytes);
    return this;
  }

  #head(major, argument) {
    if (argument < 24) {
      return this.#put([(major << 5) | argument]);
    }
    const info = argument < 0x100 ? 24 : argument < 0x10000 ? 25 : argument < 0x100000000 ? 26 : 27;
    const head = [(major << 5) | info];
    for (let octet = (1 << (info - 24)) - 1; octet >= 0; octet--) {
      head.push(Number((BigInt(argument) >> BigInt(8 * octet)) & 0xffn));
    }
    return this.#put(head);
  }
}

export function sameBytes(one, other) {
  return one.length === other.length && one.every((octet, at) => octet === other[at]);
}
