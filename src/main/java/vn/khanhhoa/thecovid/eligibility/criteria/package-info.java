/**
 * Criteria sets as typed, ordered decision tables over a vocabulary of facts: read from and written to a file, checked by
 * cell, compiled, asked for a level, and explained. Promises that a set and facts give one answer for a moment and a
 * state of knowledge, for ever; that it says exactly until when the answer holds if no fact is added; and that whatever
 * it says would change the level does. Days are days in Asia/Ho_Chi_Minh, hours are exact. Knows no entity, account or
 * database: which set is in force where, and where facts come from, is told elsewhere.
 */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.criteria;

import org.jspecify.annotations.NullMarked;
