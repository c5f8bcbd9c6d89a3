package vn.khanhhoa.thecovid.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Remembers what it was run for and told of; how it ends is said by the beginning of its argument. */
@ApplicationScoped
public class RememberingJob implements Job {
    public static final String NAME = "test-remembering";
    /** Fails once. */
    static final String FAILING = "failing-";
    /** Fails as when the database is away, until it is mended. */
    static final String OUTAGE = "outage-";
    /** Meets data that do not fit, until it is mended. */
    public static final String HOPELESS = "hopeless-";
    /** Runs until it is let go. */
    static final String WAITING = "waiting-";

    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final Set<String> mended = ConcurrentHashMap.newKeySet();
    private final Map<String, String> incidents = new ConcurrentHashMap<>();
    private final List<String> wantedAgain = new CopyOnWriteArrayList<>();
    private final Semaphore letGo = new Semaphore(0);

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
        if (argument.startsWith(OUTAGE) && !mended.contains(argument)) {
            throw new IllegalStateException("as this test wants it", new SQLException("no connection", "08000"));
        }
        if (argument.startsWith(HOPELESS) && !mended.contains(argument)) {
            throw new IllegalStateException("as this test wants it", new SQLException("too long", "22001"));
        }
        if (argument.startsWith(WAITING)) {
            letGo.acquireUninterruptibly();
            if (argument.startsWith(WAITING + OUTAGE)) {
                throw new IllegalStateException("as this test wants it", new SQLException("no connection", "08000"));
            }
        }
    }

    @Override
    public void givenUp(String argument, String incident) {
        incidents.put(argument, incident);
    }

    @Override
    public void wantedAgain(String argument) {
        wantedAgain.add(argument);
    }

    public int times(String argument) {
        return Collections.frequency(runs, argument);
    }

    /** Empty as long as it was not given up. */
    public Optional<String> incident(String argument) {
        return Optional.ofNullable(incidents.get(argument));
    }

    boolean isWantedAgain(String argument) {
        return wantedAgain.contains(argument);
    }

    public void mend(String argument) {
        mended.add(argument);
    }

    void letGo(int runs) {
        letGo.release(runs);
    }
}
