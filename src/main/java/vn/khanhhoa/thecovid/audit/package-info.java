/**
 * The append-only trail: who did what to which record, written in the transaction it tells of. Holds references and codes,
 * never personal values. The database account of the portal can add to it and read it, and cannot change it. Imported by
 * nobody: it observes.
 */
@NullMarked
package vn.khanhhoa.thecovid.audit;

import org.jspecify.annotations.NullMarked;
