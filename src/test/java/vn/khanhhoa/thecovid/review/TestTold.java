package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.khanhhoa.thecovid.stafflist.EntriesDecided;

/** Hears what those hear who tell people. */
@ApplicationScoped
public class TestTold {
    private final Map<Long, Integer> times = new ConcurrentHashMap<>();

    void decided(@Observes EntriesDecided event) {
        event.entries().forEach(entry -> times.merge(entry.entryId(), 1, Integer::sum));
    }

    int times(long entryId) {
        return times.getOrDefault(entryId, 0);
    }
}
