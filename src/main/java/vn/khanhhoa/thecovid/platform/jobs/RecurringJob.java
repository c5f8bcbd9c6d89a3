package vn.khanhhoa.thecovid.platform.jobs;

import java.time.Duration;

/** Work that one node does again and again, the given time after it last ended. */
public interface RecurringJob {
    String name();

    Duration pause();

    void run();
}
