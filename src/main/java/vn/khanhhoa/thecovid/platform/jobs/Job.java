package vn.khanhhoa.thecovid.platform.jobs;

/**
 * A kind of work with one text argument. Implementations are application-scoped beans; each step commits by itself. Work
 * that takes long enqueues itself again after some steps, so that others get the thread.
 */
public interface Job {
    /** Stable: it is written into the database. */
    String name();

    void run(String argument);

    /** It failed and is not tried again. Part of the transaction in which that is noted. @param incident as in the log */
    default void givenUp(String argument, String incident) {}

    /** An administrator has it run once more after all. Part of the transaction that enqueues it. */
    default void wantedAgain(String argument) {}
}
