package vn.khanhhoa.thecovid.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The sentences of screens, mails and errors, in Vietnamese and English. A key starts with the name of its bundle:
 * {@code access.sign-in.title} is in {@code i18n/access_vi.properties}.
 */
public final class Texts {
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    public static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    private static final ResourceBundle.Control EXACT_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private record Key(Locale language, String key) {}

    /** A page asks some hundreds of times, and the bundles' own cache makes more of each than a look into a map. */
    private static final ConcurrentMap<Key, String> FOUND = new ConcurrentHashMap<>();

    private Texts() {}

    public static String get(Locale language, String key, Object... args) {
        String pattern = FOUND.computeIfAbsent(new Key(language, key), Texts::find);
        return args.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, language).format(args);
    }

    private static String find(Key wanted) {
        String key = wanted.key();
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("a text key starts with the name of its bundle: " + key);
        }
        ResourceBundle bundle = ResourceBundle.getBundle(
                "i18n." + key.substring(0, dot), wanted.language(), Texts.class.getClassLoader(), EXACT_LANGUAGE);
        return bundle.getString(key);
    }

    public static boolean has(Locale language, String key) {
        try {
            return !get(language, key).isEmpty();
        } catch (MissingResourceException | IllegalArgumentException absent) {
            return false;
        }
    }
}
