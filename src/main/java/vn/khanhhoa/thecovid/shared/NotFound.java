package vn.khanhhoa.thecovid.shared;

/** There is no such record for this caller: whether it exists for somebody else is not said. */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("no such record for this caller");
    }
}
