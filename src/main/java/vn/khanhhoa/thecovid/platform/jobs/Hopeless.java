package vn.khanhhoa.thecovid.platform.jobs;

/** Thrown by a job that would fail in the same way every time: it is not tried again. */
public final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Hopeless(Throwable cause) {
        super(cause);
    }
}
