/**
 * The few words that every module speaks: random public ids, periods, the one exception for a broken rule, and the
 * marker for what the audit trail records. Knows no module and no framework; stays under twenty types.
 */
@NullMarked
package vn.khanhhoa.thecovid.shared;

import org.jspecify.annotations.NullMarked;
