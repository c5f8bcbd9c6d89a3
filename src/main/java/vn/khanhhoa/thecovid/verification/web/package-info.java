/** The page that checks a card by camera, by picture or by its number. */
@NullMarked
package vn.khanhhoa.thecovid.verification.web;

import org.jspecify.annotations.NullMarked;
