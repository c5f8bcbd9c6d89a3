/** The administrator's pages for what leaves the portal and what stands on top of it; everybody's notices inside. */
@NullMarked
package vn.khanhhoa.thecovid.notification.web;

import org.jspecify.annotations.NullMarked;
