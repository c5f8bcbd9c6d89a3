/** The catalogue of reasons, for programs that show decisions. */
@NullMarked
package vn.khanhhoa.thecovid.review.rest;

import org.jspecify.annotations.NullMarked;
