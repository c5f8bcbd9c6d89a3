/**
 * The signed text inside a card's QR code: written, read and explained. A token is a CWT (RFC 8392) in a COSE_Sign1
 * (RFC 9052, tag 18) under ES256, in Base45 (RFC 9285) behind the prefix {@code KH2:}
 * ({@code KH1:} on older ones, which are read and no more made); and the other documents that are signed under the same keys, for
 * devices without a network. One set of claims under one key
 * has exactly one text, and the reader takes that text only: whatever else it is given, it answers with a reason and
 * never throws. Knows nothing of the state of a card, of storage or of containers, and holds no private key longer than
 * its {@link vn.khanhhoa.thecovid.card.token.TokenSigner}.
 */
@NullMarked
package vn.khanhhoa.thecovid.card.token;

import org.jspecify.annotations.NullMarked;
