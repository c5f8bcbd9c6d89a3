/**
 * Telling organisations and people. Hears what happened, notes it in the transaction in which it happened, makes messages of
 * it in words that are data, and sends them by SMTP and by an SMS gateway where they are set; without a mail server an
 * administrator opens the links here. Keeps what accounts are told inside the portal, and the notices on top of pages.
 * Promises that nothing is lost, and that no message is knowingly sent twice: what was handed over and not answered for is
 * said to be of unknown fate. Imported by nobody: whoever wants accounts told fires an event.
 */
@NullMarked
package vn.khanhhoa.thecovid.notification;

import org.jspecify.annotations.NullMarked;
