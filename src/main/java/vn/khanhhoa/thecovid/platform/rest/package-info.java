/**
 * The frame of the API at {@code /api/v1}: its address and description, the bounded reading of JSON, and the one place
 * where a failure becomes an answer to a program or script. Promises the codes of the screens and no other. Holds no resource.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform.rest;

import org.jspecify.annotations.NullMarked;
