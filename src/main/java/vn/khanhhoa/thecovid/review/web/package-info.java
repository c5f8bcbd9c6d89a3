/** Pages of the review desk. */
@NullMarked
package vn.khanhhoa.thecovid.review.web;

import org.jspecify.annotations.NullMarked;
