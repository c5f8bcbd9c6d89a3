package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What a file of nearly 20 MB holds on to in the heap on its whole way: out of the database and decrypted, read, checked,
 * encrypted and stored; then, with every line changed, compared with the lines that are there, which are decrypted for it.
 * Garbage is collected ten times a second meanwhile, so that what is left is alive.
 */
class IntakeHeapPortalBench extends BenchInPortal {
    private static final int ROWS = 22_000;
    private static final long MB = 1 << 20;
    private static final long MOST_MB = 256;
    private static final long PAUSE_NANOS = 100_000_000;

    @Inject
    private TestLists lists;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @Order(1)
    void a_large_file_and_the_same_with_every_line_changed() throws Exception {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        ListFiles people = lists.wordy(officer, ROWS);
        byte[] first = people.csv(';', true);
        people.rows().forEach(row -> ListFiles.set(row, "position", "Tổ trưởng"));
        byte[] second = people.csv(';', true);
        people.rows().clear();

        long stored = alive(lists.receive(officer, list, first));
        long compared = alive(lists.receive(officer, list, second));

        say(
                "BENCH intake.heap stored=%d MB compared=%d MB (limit %d MB, file of %d MB and %d rows)",
                stored / MB, compared / MB, MOST_MB, first.length / MB, ROWS);
        assertThat(List.of(stored / MB, compared / MB)).allMatch(used -> used < MOST_MB);
    }

    private long alive(long upload) throws Exception {
        long before = used();
        AtomicBoolean done = new AtomicBoolean();
        Future<Long> most = threads.submit(() -> {
            long found = 0;
            while (!done.get()) {
                found = Math.max(found, used());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return found;
        });
        try {
            lists.read(upload);
        } finally {
            done.set(true);
        }
        return most.get() - before;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
