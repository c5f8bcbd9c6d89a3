/**
 * The pages of the registry: an organisation's registration of itself, the agency's judgement of it, and the catalogue.
 * The accounts pages too, because they name agencies, which {@code access} knows by id only. Thin: what a page may do is
 * decided by the use cases it calls.
 */
@NullMarked
package vn.khanhhoa.thecovid.registry.web;

import org.jspecify.annotations.NullMarked;
