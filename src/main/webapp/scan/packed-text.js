/* Vietnamese names as a prefix code of about 4.5 bits a letter, as the portal's PackedText writes it (decision record 0005).
   The table can never change: another table needs another prefix of the code. */

import { Malformed } from "./cbor.js";

const FLIP = "^";
const MIN_BITS = 3;
const LETTERS = [
  " ",
  "n",
  "^_achitu",
  "dlmosvxyãư",
  "begpqàáâêôđơạảầờ",
  "krìòùăĩếệọốớ",
  "123óúýấắịồợủử",
  ",-./05íõũằặểỉổỗộởứữỳỹ",
  "ậụ",
  "ề",
  "&'()46789fjwzèéẩẫẳẵẹẻẽễỏỡừựỵỷ",
];
const GROUPS = [
  [], ["ng"], ["nh"], ["an", "ph", "th", "tr"], ["ch", "kh", "thị "], ["nguyễn "], [], [], [], [], [],
];

const CODES = new Map();
const SYMBOLS = [];
const FIRST_CODES = [];
let next = 0;
LETTERS.forEach((letters, row) => {
  FIRST_CODES.push(next);
  const symbols = [...letters, ...GROUPS[row]];
  symbols.forEach((symbol) => CODES.set(symbol, { bits: next++, length: MIN_BITS + row }));
  SYMBOLS.push(symbols);
  next <<= 1;
});
const LONGEST_FIRST = GROUPS.flat().sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
const LETTER = /^\p{L}$/u;
const CAPITAL = /^\p{Uppercase}$/u;

/* What the next letter is expected to be: a word starts with a capital and goes on in small letters. */
class Case {
  upper = true;
  firstLetter = true;

  passed(letter) {
    if (letter === " ") {
      this.upper = true;
      this.firstLetter = true;
    } else if (this.firstLetter && LETTER.test(letter)) {
      this.upper = false;
      this.firstLetter = false;
    }
  }
}

export function unpack(packed) {
  let flat = "";
  let code = 0;
  let length = 0;
  for (let bit = 0; bit < packed.length * 8; bit++) {
    code = (code << 1) | ((packed[bit >> 3] >> (7 - (bit & 7))) & 1);
    length++;
    const row = length - MIN_BITS;
    if (row < 0) {
      continue;
    }
    if (row === LETTERS.length) {
      throw new Malformed("a code that means nothing");
    }
    const index = code - FIRST_CODES[row];
    if (index < SYMBOLS[row].length) {
      flat += SYMBOLS[row][index];
      code = 0;
      length = 0;
    }
  }
  if (length > 7 || code !== (1 << length) - 1) {
    throw new Malformed("packed text ends inside a letter");
  }
  return unflatten(flat);
}

/* Null where a letter is not in the table. */
export function pack(nfc) {
  const flat = flatten(nfc);
  if (flat === null) {
    return null;
  }
  const bits = [];
  const put = (value, length) => {
    for (let shift = length - 1; shift >= 0; shift--) {
      bits.push((value >> shift) & 1);
    }
  };
  for (let at = 0; at < flat.length; ) {
    const symbol = LONGEST_FIRST.find((group) => flat.startsWith(group, at)) ?? flat[at];
    const code = CODES.get(symbol);
    if (code === undefined) {
      return null;
    }
    put(code.bits, code.length);
    at += symbol.length;
  }
  while (bits.length % 8 !== 0) {
    bits.push(1);
  }
  const packed = new Uint8Array(bits.length / 8);
  bits.forEach((bit, at) => {
    packed[at >> 3] |= bit << (7 - (at & 7));
  });
  return packed;
}

function flatten(text) {
  let flat = "";
  const expected = new Case();
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === FLIP) {
      return null; // the one sign of the table that is no text
    }
    if (!LETTER.test(letter)) {
      flat += letter;
      expected.passed(letter);
      continue;
    }
    const upper = CAPITAL.test(letter);
    const lower = upper ? letter.toLowerCase() : letter;
    if (upper && (lower.length !== 1 || lower.toUpperCase() !== letter)) {
      return null;
    }
    if (upper !== expected.upper) {
      flat += FLIP;
      expected.upper = upper;
    }
    flat += lower;
    expected.passed(letter);
  }
  return flat;
}

function unflatten(flat) {
  let text = "";
  const expected = new Case();
  for (const letter of flat) {
    if (letter === FLIP) {
      expected.upper = !expected.upper;
    } else {
      text += expected.upper ? letter.toUpperCase() : letter;
      expected.passed(letter);
    }
  }
  return text;
}
