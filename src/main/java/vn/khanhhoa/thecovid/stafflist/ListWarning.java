package vn.khanhhoa.thecovid.stafflist;

/**
 * More people than the organisation has declared to have.
 *
 * @param workplace name of the one where that is so; empty for the organisation as a whole
 */
public record ListWarning(String workplace, int people, int headcount) {
    /** Of the sentence. */
    public String key() {
        return workplace.isEmpty() ? "stafflist.over-headcount" : "stafflist.over-headcount-at";
    }

    public Object[] args() {
        return new Object[] {people, headcount, workplace};
    }
}
