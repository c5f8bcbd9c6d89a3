/**
 * What a level allows: activities by scenarios by levels, each cell with its conditions, and which scenario is in force
 * at a place. Promises that emergency care is never denied, whatever a matrix says, and that every answer names its row,
 * scenario and document and what is missing. Knows no entity, account or database.
 */
@NullMarked
package vn.khanhhoa.thecovid.eligibility.matrix;

import org.jspecify.annotations.NullMarked;
