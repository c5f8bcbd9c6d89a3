/**
 * Accounts, roles and sign-in; the {@link vn.khanhhoa.thecovid.access.Actor} on whose behalf a use case runs, and the
 * permission that each use case states. Promises that no use case runs for an actor who lacks its permission, and that a
 * caller without an account, with a locked one or with a wrong password learns the same. Knows organisations and agencies
 * by id only.
 */
@NullMarked
package vn.khanhhoa.thecovid.access;

import org.jspecify.annotations.NullMarked;
