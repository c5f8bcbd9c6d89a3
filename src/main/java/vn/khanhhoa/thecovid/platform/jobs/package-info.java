/**
 * Work that outlives a request: enqueued in the caller's transaction, run by any node, repeated after a crash until it
 * ends well. A job must therefore pick up where its last committed step left off.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform.jobs;

import org.jspecify.annotations.NullMarked;
