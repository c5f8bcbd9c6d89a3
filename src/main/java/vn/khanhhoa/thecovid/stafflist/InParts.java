package vn.khanhhoa.thecovid.stafflist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;

/** Many values, as many at a time as one statement takes. */
final class InParts {
    private static final int STEP = 1_000;

    private InParts() {}

    static <T> void of(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += STEP) {
            work.accept(all.subList(from, Math.min(all.size(), from + STEP)));
        }
    }

    /** @param work is handed the marks, with their brackets, and the values */
    static void of(List<?> all, BiConsumer<String, @Nullable Object[]> work) {
        of(all, List.of(), work);
    }

    /**
     * @param first arguments of the statement before the values
     * @param work is handed the marks, with their brackets, and all arguments
     */
    static void of(List<?> all, List<? extends @Nullable Object> first, BiConsumer<String, @Nullable Object[]> work) {
        of(all, some -> {
            List<@Nullable Object> args = new ArrayList<>(first);
            args.addAll(some);
            work.accept("(" + Sql.marks(some.size()) + ")", args.toArray());
        });
    }
}
