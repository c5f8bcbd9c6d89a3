/**
 * Pages of the registration, its review and the catalogue; the accounts pages too, because they name agencies, which
 * {@code access} knows by id only.
 */
@NullMarked
package vn.khanhhoa.thecovid.registry.web;

import org.jspecify.annotations.NullMarked;
