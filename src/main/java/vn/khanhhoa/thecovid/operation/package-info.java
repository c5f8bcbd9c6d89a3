/**
 * What whoever runs the portal sees of its machinery, and may do about it: work in the background that failed. Promises that
 * nothing fails for good without being seen. Knows no domain word; what a job does is its module's business.
 */
@NullMarked
package vn.khanhhoa.thecovid.operation;

import org.jspecify.annotations.NullMarked;
