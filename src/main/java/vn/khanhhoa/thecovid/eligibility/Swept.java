package vn.khanhhoa.thecovid.eligibility;

import java.util.List;

/** What keeps assessments of people, and asks for them anew when a sweep comes by. */
public interface Swept {
    /** Name of the part; parts are swept in the order of these. */
    String part();

    /**
     * The next ones are due to be assessed anew.
     *
     * @param after id of the last that was marked; 0 for none
     */
    Marked mark(long after, int most);

    /** The same; whoever can assess many at once does so here. Where that fails, they are marked instead. */
    default Marked sweep(long after, int most) {
        return mark(after, most);
    }

    /** @param last id; 0 where there was none left */
    record Marked(long last, int count) {
        public static Marked of(List<Long> ids) {
            return new Marked(ids.isEmpty() ? 0 : ids.get(ids.size() - 1), ids.size());
        }
    }
}
