/**
 * Hands messages to those who carry them: a mail server by SMTP, a gateway for SMS by HTTP, which the operator describes in
 * settings. Promises to tell apart what was taken, what was not, and what nobody can know; decides nothing about trying
 * again. Knows no database.
 */
@NullMarked
package vn.khanhhoa.thecovid.notification.carrier;

import org.jspecify.annotations.NullMarked;
