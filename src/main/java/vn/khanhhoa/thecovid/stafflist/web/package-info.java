/** Pages of the organisation's lists. */
@NullMarked
package vn.khanhhoa.thecovid.stafflist.web;

import org.jspecify.annotations.NullMarked;
