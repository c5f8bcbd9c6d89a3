/** Cards for the programs of the organisation whose people hold them. */
@NullMarked
package vn.khanhhoa.thecovid.card.rest;

import org.jspecify.annotations.NullMarked;
