/**
 * The words of messages as plain text with named gaps: what a template may hold, what is wrong with one, and how many SMS a
 * text makes. Knows nothing of who is written to, nor of any database.
 */
@NullMarked
package vn.khanhhoa.thecovid.notification.wording;

import org.jspecify.annotations.NullMarked;
