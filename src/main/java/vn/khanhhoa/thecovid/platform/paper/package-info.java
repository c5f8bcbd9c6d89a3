/**
 * Documents on paper, whoever prints them: tagged (PDF/UA-1), fit for archives (PDF/A-2a) and streamed. Promises that text comes
 * out of them as it went in, in NFC, and that nothing is on a page without a word on what it is. Knows no domain word.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform.paper;

import org.jspecify.annotations.NullMarked;
