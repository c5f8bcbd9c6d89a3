/**
 * Cards: issued on a ground (an approved entry), printed, suspended and restored, revoked, superseded. Promises that a ground
 * has one current card, that every card's token is signed by a key of this portal, and that what happened to a card is kept.
 * Who may have a card is decided elsewhere.
 */
@NullMarked
package vn.khanhhoa.thecovid.card;

import org.jspecify.annotations.NullMarked;
