package vn.khanhhoa.thecovid.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was run for, and fails once for an argument that asks for it. */
@ApplicationScoped
public class RememberingJob implements Job {
    static final String NAME = "test-remembering";
    static final String FAILING = "failing-";

    private final List<String> runs = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        runs.add(argument);
        if (argument.startsWith(FAILING) && times(argument) == 1) {
            throw new IllegalStateException("fails the first time, as this test wants it to");
        }
    }

    public int times(String argument) {
        return Collections.frequency(runs, argument);
    }
}
