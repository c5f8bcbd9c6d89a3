/**
 * Who may do what, where, and why. A level is never a property of a person: it is what the criteria set of a place makes
 * of a person's facts at a moment, and what the level allows is what the scenario in force there says. Sub-packages hold
 * the parts that know neither database nor container: {@code criteria} assesses, {@code matrix} answers for an activity,
 * {@code evidence} reads records of health data. The base package keeps criteria sets, who attested them, and which is in
 * force where; the records that sources send and the register of exceptions, never overwritten; all as known at any moment; and counts of
 * what a draft would change. Does not issue cards, and keeps no level of anybody.
 */
@NullMarked
package vn.khanhhoa.thecovid.eligibility;

import org.jspecify.annotations.NullMarked;
