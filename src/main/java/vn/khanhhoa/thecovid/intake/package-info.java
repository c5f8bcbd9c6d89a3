/**
 * Rows of people as files: what a form template asks for, the workbook to download, reading an upload within fixed bounds,
 * and every problem of every row in words a sender can act on. Promises that no upload, however made, exhausts memory or
 * reaches outside itself, and that a row is never changed in meaning. Knows no entity, account or database; who may
 * upload, what is kept and what a good row becomes are told elsewhere.
 */
@NullMarked
package vn.khanhhoa.thecovid.intake;

import org.jspecify.annotations.NullMarked;
