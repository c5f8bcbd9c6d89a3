package vn.khanhhoa.thecovid.stafflist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import vn.khanhhoa.thecovid.platform.Sql;

/** Many ids, as many at a time as one statement takes. */
final class InParts {
    private static final int STEP = 1_000;

    private InParts() {}

    /**
     * @param first arguments of the statement before the ids
     * @param work is handed the marks, with their brackets, and all arguments
     */
    static void of(List<?> ids, List<?> first, BiConsumer<String, Object[]> work) {
        for (int from = 0; from < ids.size(); from += STEP) {
            List<Object> args = new ArrayList<>(first);
            args.addAll(ids.subList(from, Math.min(ids.size(), from + STEP)));
            work.accept("(" + Sql.marks(args.size() - first.size()) + ")", args.toArray());
        }
    }
}
