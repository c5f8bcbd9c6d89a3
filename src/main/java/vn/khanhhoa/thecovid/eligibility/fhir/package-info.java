/**
 * Bundles of HL7 FHIR R4 as rows of a source: what is not R4 is named by entry and element, and what a row means is then
 * asked as of any other. Knows neither database nor container.
 */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.fhir;

import org.jspecify.annotations.NullMarked;
