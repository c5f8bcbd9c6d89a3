/**
 * People: the same identity document is the same person. Keeps numbers encrypted, finds them by a keyed hash, keeps what lists
 * say of each, and knows how names and whole sides are compared. Promises that a person is created once, however many lists name
 * them at the same time.
 */
@NullMarked
package vn.khanhhoa.thecovid.person;

import org.jspecify.annotations.NullMarked;
