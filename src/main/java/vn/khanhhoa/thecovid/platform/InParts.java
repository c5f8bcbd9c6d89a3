package vn.khanhhoa.thecovid.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many values, as many at a time as one statement takes. */
public final class InParts {
    private static final int STEP = Sql.LOOK_UP;

    private InParts() {}

    public static <T> void of(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += STEP) {
            work.accept(all.subList(from, Math.min(all.size(), from + STEP)));
        }
    }

    /** @param work is handed the marks, with their brackets, and the values */
    public static void of(List<?> all, BiConsumer<String, @Nullable Object[]> work) {
        of(all, List.of(), work);
    }

    /**
     * @param first arguments of the statement before the values
     * @param work is handed the marks, with their brackets, and all arguments
     */
    public static void of(
            List<?> all, List<? extends @Nullable Object> first, BiConsumer<String, @Nullable Object[]> work) {
        of(all, some -> {
            List<@Nullable Object> args = new ArrayList<>(first);
            args.addAll(some);
            work.accept("(" + Sql.marks(some.size()) + ")", args.toArray());
        });
    }
}
