/**
 * What leaves the portal. Observes what happened, words it in both languages and keeps it in the outbox, in the
 * transaction that caused it; a job sends it by SMTP where a mail server is set, and without one an administrator opens
 * it here. Promises that nothing is lost, and that no message is knowingly sent twice: what was handed over and not
 * answered for waits for an administrator. Imported by nobody.
 */
@NullMarked
package vn.khanhhoa.thecovid.notification;

import org.jspecify.annotations.NullMarked;
