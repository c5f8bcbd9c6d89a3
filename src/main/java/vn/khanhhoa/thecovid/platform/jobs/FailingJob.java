package vn.khanhhoa.thecovid.platform.jobs;

import java.time.Instant;

/** Work that failed when it last ran and is tried again. @param failures in a row */
public record FailingJob(String job, int failures, Instant failedAt, Instant nextAt) {}
