/**
 * The append-only trail: who did what to which record, written in the transaction it tells of. Holds references and codes,
 * never personal values. The database account of the portal can add to it and read it, and cannot change it. It
 * observes; only {@code citizen} asks it, which agencies looked at a person's data.
 */
@NullMarked
package vn.khanhhoa.thecovid.audit;

import org.jspecify.annotations.NullMarked;
