/** How programs come in: the token against id and secret, and the check of its scope before each call. */
@NullMarked
package vn.khanhhoa.thecovid.access.rest;

import org.jspecify.annotations.NullMarked;
