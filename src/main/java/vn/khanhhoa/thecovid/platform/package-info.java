/**
 * What every module needs of the machine: the clock, the use-case stereotype, rate limits, texts, jobs, encryption, the
 * frame of pages and of the API. Promises that a broken rule reads the same on a screen and in problem+json. Knows no
 * domain word.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform;

import org.jspecify.annotations.NullMarked;
