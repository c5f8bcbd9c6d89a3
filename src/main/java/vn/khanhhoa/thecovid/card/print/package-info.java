/**
 * Cards on paper: A6 with front and back, the same twice as large, as a bank card, and A4 sheets of eight A7 cards to cut
 * apart; and a sheet to sign for them. Promises that whatever the length of a name, nothing overlaps or leaves its place; that
 * the QR code measures 5 × 5 cm with error correction Q (as a bank card 4 × 4 cm with M) and its quiet zone, under a mask that
 * leaves readers in no doubt about its corners; that every document keeps to PDF/UA-1 and PDF/A-2a, and text comes out of it
 * as it went in, in NFC; and that a document of many cards is streamed. Prints what it is given and knows nothing of the state
 * of a card.
 */
@NullMarked
package vn.khanhhoa.thecovid.card.print;

import org.jspecify.annotations.NullMarked;
