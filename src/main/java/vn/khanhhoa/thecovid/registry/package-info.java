/**
 * The province as dated data (areas, zones, sectors, organisation types, activities, agencies), who reviews whom, and the
 * organisations that apply for their people with the registration that proves who they are. Promises that every look-up
 * names its day, that an identifier belongs to one organisation, and that an agency judges each version of a registration
 * once. Knows nothing of lists, entries or cards.
 */
@NullMarked
package vn.khanhhoa.thecovid.registry;

import org.jspecify.annotations.NullMarked;
