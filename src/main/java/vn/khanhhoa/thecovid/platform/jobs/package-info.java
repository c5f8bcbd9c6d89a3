/**
 * Work that outlives a request: enqueued in the caller's transaction, run by any node, repeated after a crash or an
 * outage. A job must therefore pick up where its last committed step left off. What fails for a reason that does not go away
 * ends as failed, its job is told, and an administrator sees it.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform.jobs;

import org.jspecify.annotations.NullMarked;
