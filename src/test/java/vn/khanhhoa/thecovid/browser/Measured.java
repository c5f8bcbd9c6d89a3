package vn.khanhhoa.thecovid.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took, from when they were to be asked for, and what went wrong. */
final class Measured {
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    /** @param due when it was to begin: whoever could not begin in time has waited */
    void take(long due, Callable<PlainBrowser.Page> work) {
        try {
            PlainBrowser.Page page = work.call();
            millis.add((System.nanoTime() - due) / 1e6);
            if (page.status() != 200) {
                errors.add(page.status() + " " + page.address().getPath());
            }
        } catch (Exception failure) {
            errors.add(failure.toString());
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(millis);
        sorted.sort(null);
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d answers, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, errors %d",
                millis.size(),
                percentile(50),
                percentile(95),
                percentile(99),
                errors.size());
    }
}
