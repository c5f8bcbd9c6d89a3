package vn.khanhhoa.thecovid.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

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
        return bundle(wanted.language(), key.substring(0, dot)).getString(key);
    }

    private static ResourceBundle bundle(Locale language, String name) {
        return ResourceBundle.getBundle("i18n." + name, language, Texts.class.getClassLoader(), EXACT_LANGUAGE);
    }

    /** All sentences of a bundle without gaps filled, for what is worded in the browser. */
    public static Map<String, String> all(Locale language, String bundle) {
        return bundle(language, bundle).keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> get(language, key), (one, other) -> one, TreeMap::new));
    }

    public static boolean has(Locale language, String key) {
        try {
            return !get(language, key).isEmpty();
        } catch (MissingResourceException | IllegalArgumentException absent) {
            return false;
        }
    }
}
