package vn.khanhhoa.thecovid.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.Texts;

/** Whatever is written down can be read: an inspector knows no codes. */
class WordsOfTheTrailTest {
    private static final Path CODE = Path.of("src/main/java/vn/khanhhoa/thecovid");
    private static final Pattern FIRED =
            Pattern.compile("new (?:\\w+Event|\\w+Changed|EntryDecided)\\((.*?);", Pattern.DOTALL);
    private static final Pattern NEEDED = Pattern.compile("@Requires\\(Permission\\.(\\w+)\\)");
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+\\.[a-z][a-z-]+)\"");

    private static final Pattern DETAILS = Pattern.compile("(?:Map\\.of|Map\\.entry|\\.put)\\((.*?);", Pattern.DOTALL);
    private static final Pattern WITH = Pattern.compile("\\.with\\((.*?);", Pattern.DOTALL);
    private static final Pattern DETAIL = Pattern.compile("\"([a-z][a-z-]*)\",");
    private static final Pattern KIND = Pattern.compile("\"[a-z]+\\.[a-z][a-z-]+\",\\s*\"([a-z-]+)\"");

    @Test
    void every_action_has_its_words() throws IOException {
        Set<String> actions = new TreeSet<>();
        for (Path source : sources()) {
            Matcher fired = FIRED.matcher(Files.readString(source));
            while (fired.find()) {
                Matcher action = ACTION.matcher(fired.group(1));
                while (action.find()) {
                    actions.add(action.group(1));
                }
            }
        }

        assertThat(actions).hasSizeGreaterThan(50);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(actions)
                    .as(language.getLanguage())
                    .allSatisfy(action -> assertThat(Texts.has(language, "audit.did." + action))
                            .as(action)
                            .isTrue());
        }
    }

    /** What was refused is named by its use case and by the permission that it needs. */
    @Test
    void every_use_case_that_can_be_refused_and_every_permission_has_its_words() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            Matcher needed = NEEDED.matcher(code);
            while (code.contains("\n@UseCase\n") && needed.find()) {
                if (!needed.group(1).equals("ANYONE")) {
                    keys.add("audit.use-case." + source.getFileName().toString().replace(".java", ""));
                    keys.add("audit.needs." + needed.group(1));
                }
            }
        }

        assertThat(keys).hasSizeGreaterThan(80);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(keys).as(language.getLanguage()).allMatch(key -> Texts.has(language, key));
        }
    }

    /** Names of details and kinds of subjects, as the code that tells of something writes them. */
    @Test
    void every_detail_and_every_kind_of_subject_has_its_words() throws IOException {
        Set<String> details = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            if (!code.contains("AuditedEvent")) {
                continue;
            }
            for (Pattern place : List.of(DETAILS, WITH)) {
                Matcher found = place.matcher(code);
                while (found.find()) {
                    Matcher key = DETAIL.matcher(found.group(1));
                    while (key.find()) {
                        details.add(key.group(1));
                    }
                }
            }
            Matcher kind = KIND.matcher(code);
            while (kind.find()) {
                kinds.add(kind.group(1));
            }
        }
        kinds.remove("draft");

        assertThat(details).hasSizeGreaterThan(25);
        assertThat(kinds).hasSizeGreaterThan(5);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(details)
                    .allSatisfy(key -> assertThat(Texts.has(language, "audit.detail." + key))
                            .as(key)
                            .isTrue());
            assertThat(kinds)
                    .allSatisfy(key -> assertThat(Texts.has(language, "audit.kind." + key))
                            .as(key)
                            .isTrue());
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
