/**
 * People: the same identity document is the same person. Keeps numbers encrypted, finds them by a keyed hash, and knows how
 * names are compared. Promises that a person is created once, however many lists name them at the same time.
 */
@NullMarked
package vn.khanhhoa.thecovid.person;

import org.jspecify.annotations.NullMarked;
