/** The open part of the API: checking a card, and the keys by which others check. */
@NullMarked
package vn.khanhhoa.thecovid.verification.rest;

import org.jspecify.annotations.NullMarked;
