/** Pages of sign-in, invitations and accounts, and the navigation that follows from the reader's role. */
@NullMarked
package vn.khanhhoa.thecovid.access.web;

import org.jspecify.annotations.NullMarked;
