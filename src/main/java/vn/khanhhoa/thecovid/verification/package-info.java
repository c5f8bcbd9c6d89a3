/**
 * Checking a card by its code or its number: valid, or one reason why not, with what the checker should do. Promises that
 * an answer shows no more of the holder than a check needs, and less to who only types numbers. Stores nothing of a check that anybody
 * makes here; what the devices of posts scan is stored once, and counted.
 */
@NullMarked
package vn.khanhhoa.thecovid.verification;

import org.jspecify.annotations.NullMarked;
