/**
 * Cards of approved people: their numbers, the signed token in their QR code and their print. Promises that a number
 * read over the phone is the right one or none, and that what is printed and what is signed say the same. Who gets a
 * card is decided elsewhere; checking one at a post is verification's.
 */
@NullMarked
package vn.khanhhoa.thecovid.card;

import org.jspecify.annotations.NullMarked;
