/**
 * A person's own way to their entry and card, without an account: the registration code and the end of the identity
 * document. Promises that wrong answers all look alike and are limited, and that a person is shown only what is theirs.
 * Health data are shown after a code to the phone in the health record only. Why an entry was decided as it was is its agency's to
 * explain.
 */
@NullMarked
package vn.khanhhoa.thecovid.citizen;

import org.jspecify.annotations.NullMarked;
