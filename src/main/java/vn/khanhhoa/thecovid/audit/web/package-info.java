/** The inspector's view of the trail. */
@NullMarked
package vn.khanhhoa.thecovid.audit.web;

import org.jspecify.annotations.NullMarked;
