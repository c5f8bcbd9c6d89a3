/** What holds where, for programs of everybody. */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.rest;

import org.jspecify.annotations.NullMarked;
