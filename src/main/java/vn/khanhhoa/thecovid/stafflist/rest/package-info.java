/**
 * Staff lists for the programs of an organisation: the same use cases as the pages, the same rules and the same codes.
 */
@NullMarked
package vn.khanhhoa.thecovid.stafflist.rest;

import org.jspecify.annotations.NullMarked;
