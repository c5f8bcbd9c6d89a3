/**
 * The agency's desk: its queue, one decision at a time or many at once, and the history of them. Promises that every
 * decision is kept, that none is made twice, and that a reason for the organisation comes from the catalogue of reasons. The
 * state of an entry is {@code stafflist}'s.
 */
@NullMarked
package vn.khanhhoa.thecovid.review;

import org.jspecify.annotations.NullMarked;
