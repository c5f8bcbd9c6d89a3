/** The administrator's view of the outbox. */
@NullMarked
package vn.khanhhoa.thecovid.notification.web;

import org.jspecify.annotations.NullMarked;
