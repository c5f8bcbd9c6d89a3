package vn.khanhhoa.thecovid.platform.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Ids, numbers and choices as they stand in addresses. What is none of those described is answered with 400. */
public final class ApiIds {
    private static final int LARGEST_PAGE = 500;
    private static final String NO_SUCH_VALUE = "platform.no-such-value";

    private ApiIds() {}

    /** Whatever is no id names nothing. */
    public static PublicId of(String text) {
        return PublicId.parse(text).orElseThrow(NotFound::new);
    }

    /** Where a page goes on; empty at the beginning. */
    public static Optional<PublicId> after(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(of(text));
    }

    public static int count(String asked) {
        return Math.max(1, Math.min(LARGEST_PAGE, number("count", asked)));
    }

    public static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new ApiRefusal(400, NO_SUCH_VALUE, text, name);
        }
    }

    /** Of values that are written in small letters, with dashes; empty where nothing is asked for. */
    public static <E extends Enum<E>> Optional<E> choice(String name, Class<E> of, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(one(name, of, text));
    }

    public static <E extends Enum<E>> E one(String name, Class<E> of, String text) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> word(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new ApiRefusal(400, NO_SUCH_VALUE, text, name));
    }

    /** A value as the API writes it. */
    public static String word(Enum<?> value) {
        return word(value.name());
    }

    public static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
