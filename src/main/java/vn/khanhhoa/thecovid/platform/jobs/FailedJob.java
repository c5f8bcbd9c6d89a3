package vn.khanhhoa.thecovid.platform.jobs;

import java.time.Instant;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Work that failed and is not tried again by itself. @param incident under which the log has it */
public record FailedJob(PublicId id, String job, int attempts, String incident, Instant failedAt) {}
