package vn.khanhhoa.thecovid.intake;

/** Counts what all parts of one archive have inflated to. */
final class InflatedBytes {
    private final long most;
    private long count;

    InflatedBytes(long most) {
        this.most = most;
    }

    void add(int bytes) {
        count += bytes;
        if (count > most) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
    }
}
