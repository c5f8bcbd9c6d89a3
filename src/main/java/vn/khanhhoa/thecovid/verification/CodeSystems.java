package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;

/** Codes that people show and that are no card: told apart by what they look like, and how each is called. */
@ApplicationScoped
class CodeSystems {
    private static final String PERSONAL = "PERSONAL";
    private static final int PLACE_OF_PERSONAL = 20;
    private static final int LONGEST = 2_000;

    /**
     * @param pattern of the whole text, for browsers as well
     * @param lookup whether the holder's card can be found by it, see {@link ShownDocument#of}
     */
    record System(String code, int position, String pattern, String nameVi, String nameEn, boolean lookup) {}

    @Inject
    private Sql sql;

    /** Of the personal code of the national app, of which no description was published. */
    @Inject
    @ConfigProperty(name = "portal.personal.qr")
    private Optional<String> personal;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        personal.ifPresent(pattern -> {
            try {
                if (!pattern.contains("(?<number>")) {
                    throw new IllegalStateException("PORTAL_PERSONAL_QR has no group named number");
                }
                Pattern.compile(pattern);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalStateException("PORTAL_PERSONAL_QR is no regular expression", wrong);
            }
        });
    }

    /** In the order in which they are tried. */
    List<System> all() {
        List<System> stored = sql.list(
                "SELECT * FROM verification_code_system",
                row -> new System(
                        row.getString("code"),
                        row.getInt("position"),
                        row.getString("pattern"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getBoolean("lookup")));
        return Stream.concat(
                        stored.stream(),
                        personal.stream()
                                .map(pattern -> new System(
                                        PERSONAL,
                                        PLACE_OF_PERSONAL,
                                        pattern,
                                        Texts.get(Texts.VIETNAMESE, "verification.code-personal"),
                                        Texts.get(Locale.ENGLISH, "verification.code-personal"),
                                        true)))
                .sorted(Comparator.comparingInt(System::position))
                .toList();
    }

    /** The document whose code it is; empty for a code that names none. */
    Optional<ShownDocument> document(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : all().stream()
                        .filter(System::lookup)
                        .map(system -> Pattern.compile(system.pattern()).matcher(text))
                        .filter(Matcher::matches)
                        .findFirst()
                        .map(ShownDocument::of);
    }
}
