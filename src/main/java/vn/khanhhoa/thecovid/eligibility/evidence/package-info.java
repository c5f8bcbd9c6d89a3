/**
 * Records of health data as sources send them: what forms they come by, and what is wrong with a row that only its
 * meaning shows. Knows neither database nor container, and of other records of a person only what it is told.
 */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.evidence;

import org.jspecify.annotations.NullMarked;
