/** Pages of those who write criteria, attest them and put them in force. */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.web;

import org.jspecify.annotations.NullMarked;
