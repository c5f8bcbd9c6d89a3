/**
 * Cards on paper: an A6 card with front and back, and A4 sheets of eight A7 cards to cut apart. Promises that whatever the
 * length of a name, nothing overlaps or leaves its place; that the QR code measures 5 × 5 cm with error correction Q and
 * its quiet zone; that text comes out of the PDF as it went in, in NFC; and that a sheet of any number of cards is
 * streamed with bounded memory. Prints what it is given and knows nothing of the state of a card.
 */
@NullMarked
package vn.khanhhoa.thecovid.card.print;

import org.jspecify.annotations.NullMarked;
