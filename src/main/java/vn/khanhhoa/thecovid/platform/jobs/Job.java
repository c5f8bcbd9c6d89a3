package vn.khanhhoa.thecovid.platform.jobs;

/** A kind of work with one text argument. Implementations are application-scoped beans; each step commits by itself. */
public interface Job {
    /** Stable: it is written into the database. */
    String name();

    void run(String argument);
}
