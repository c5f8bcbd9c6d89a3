package vn.khanhhoa.thecovid.platform.web;

/** What the page is about is not there any more, and another page of the portal says what became of it: its reader is led there. */
public final class SaidElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path begins with a slash */
    public SaidElsewhere(String path) {
        super("another page says what became of it");
        this.path = path;
    }

    String path() {
        return path;
    }
}
