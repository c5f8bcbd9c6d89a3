/**
 * Staff lists from the file to the last decision: form templates, intake, drafts, submission, entries and their states.
 * Promises that no good row is lost for a bad one, that a file uploaded twice or mended makes no second line, and that what
 * was submitted is decided row by row. Does not know who reviews, only which agency.
 */
@NullMarked
package vn.khanhhoa.thecovid.stafflist;

import org.jspecify.annotations.NullMarked;
