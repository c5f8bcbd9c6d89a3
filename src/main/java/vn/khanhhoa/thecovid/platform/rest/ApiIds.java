package vn.khanhhoa.thecovid.platform.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Ids and sizes as they stand in addresses. */
public final class ApiIds {
    private static final int LARGEST_PAGE = 500;

    private ApiIds() {}

    /** Whatever is no id names nothing. */
    public static PublicId of(String text) {
        return PublicId.parse(text).orElseThrow(NotFound::new);
    }

    /** Where a page goes on; empty at the beginning. */
    public static Optional<PublicId> after(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(of(text));
    }

    public static int count(int asked) {
        return Math.max(1, Math.min(LARGEST_PAGE, asked));
    }
}
