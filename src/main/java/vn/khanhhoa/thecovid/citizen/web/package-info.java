/** The status page, what it remembers of a visitor, and the download of the card. */
@NullMarked
package vn.khanhhoa.thecovid.citizen.web;

import org.jspecify.annotations.NullMarked;
