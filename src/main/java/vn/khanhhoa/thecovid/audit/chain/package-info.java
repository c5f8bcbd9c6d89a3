/**
 * The chain over the trail: how a record is written as bytes, how each hash covers the one before it, how checkpoints are
 * signed, and how all of it is checked, from the database or from an exported part. Plain Java, so that the check also runs
 * from the command line and on a machine that has nothing but the exported file.
 */
@NullMarked
package vn.khanhhoa.thecovid.audit.chain;

import org.jspecify.annotations.NullMarked;
