/** Pages and downloads of cards. */
@NullMarked
package vn.khanhhoa.thecovid.card.web;

import org.jspecify.annotations.NullMarked;
