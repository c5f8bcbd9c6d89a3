/**
 * Checking a card by its code or its number: valid, or one reason why not, with what the checker should do. Promises that
 * an answer shows no more of the holder than a check needs, and less to who only types numbers. Stores nothing of a check.
 */
@NullMarked
package vn.khanhhoa.thecovid.verification;

import org.jspecify.annotations.NullMarked;
