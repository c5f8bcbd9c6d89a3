package vn.khanhhoa.thecovid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages, their beans and their texts belong together, and both languages are complete. */
class PagesAndTextsTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SCANNER = PAGES.resolve("scan");
    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Pattern TEXT_IN_PAGE =
            Pattern.compile("\\bt(?:\\[|\\.with\\()'([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)'\\s*[\\],)]");
    private static final Pattern TEXT_IN_SCANNER = Pattern.compile("[\"`](scanner\\.[a-z.-]+)");
    private static final Pattern BROKEN_RULE = Pattern.compile("new RuleViolation\\(\\s*([^)]*?\"[^)]*)\\)");
    private static final Pattern PAGE_MESSAGE =
            Pattern.compile("messages\\s*\\.(?:success|error|errorAt)\\(([^;]*);", Pattern.DOTALL);
    private static final Pattern TOLD =
            Pattern.compile("(?:AccountsTold\\.of|inbox\\.add|new TemplateProblem)\\(([^;]*);", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern BEAN_IN_PAGE = Pattern.compile("#\\{[^}]*?\\b([a-z][A-Za-z]*Page)\\.");

    private static final Pattern ROWS_OR_COMMAND =
            Pattern.compile("(</?ui:repeat|<h:commandButton|<h:commandLink|<p:commandButton|<p:commandLink)\\b[^>]*>");
    private static final Pattern INPUT = Pattern.compile("<h:inputText\\b[^>]*>");
    private static final Pattern PROPERTY = Pattern.compile("\\bvalue=\"#\\{([a-z][A-Za-z]*Page)\\.([A-Za-z]+)}\"");

    @Test
    void every_text_is_there_in_both_languages_with_the_same_gaps() throws IOException {
        for (Path vietnamese : files(TEXTS, "_vi.properties")) {
            Path english = Path.of(vietnamese.toString().replace("_vi.", "_en."));
            Properties in = properties(vietnamese);
            Properties out = properties(english);
            assertThat(out.stringPropertyNames())
                    .as(english.toString())
                    .containsExactlyInAnyOrderElementsOf(in.stringPropertyNames());
            in.stringPropertyNames()
                    .forEach(key ->
                            assertThat(gaps(out.getProperty(key))).as(key).isEqualTo(gaps(in.getProperty(key))));
        }
    }

    @Test
    void every_key_is_in_the_bundle_that_it_names() throws IOException {
        for (Path bundle : files(TEXTS, ".properties")) {
            String name = bundle.getFileName().toString().replaceFirst("_(vi|en)\\.properties", "");
            if (name.equals("faces")) {
                continue; // its keys are those of the specification
            }
            assertThat(properties(bundle).stringPropertyNames())
                    .as(bundle.toString())
                    .allMatch(key -> key.startsWith(name + "."));
        }
    }

    /** Of two the last one would be shown for both. */
    @Test
    void every_key_is_there_once() {
        for (Path bundle : files(TEXTS, ".properties")) {
            assertThat(text(bundle)
                            .lines()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(bundle.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_text_that_a_page_shows_is_there() {
        assertKnown(files(PAGES, ".xhtml"), TEXT_IN_PAGE);
    }

    /** Whatever was stored is text: {@code NoticesBrowserIT} looks at one page. */
    @Test
    void no_page_writes_anything_without_escaping_it() {
        assertThat(files(PAGES, ".xhtml")).noneMatch(page -> text(page).contains("escape=\"false\""));
    }

    /** Sentences that it puts together of a beginning and what it is about have at least that beginning. */
    @Test
    void every_text_that_the_scanner_shows_is_there() {
        Set<String> texts = properties(TEXTS.resolve("scanner_vi.properties")).stringPropertyNames();
        Set<String> used = Stream.concat(files(SCANNER, ".js").stream(), files(SCANNER, ".html").stream())
                .flatMap(file -> TEXT_IN_SCANNER.matcher(text(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used)
                .hasSizeGreaterThan(100)
                .allMatch(key -> key.endsWith(".") || key.endsWith("-")
                        ? texts.stream().anyMatch(text -> text.startsWith(key))
                        : texts.contains(key));
    }

    @Test
    void every_rule_that_can_be_broken_has_its_sentence() {
        assertKnown(files(JAVA, ".java"), BROKEN_RULE);
    }

    /** They are found again by them in what is stored: whoever words them anew takes what is stored along, by a migration. */
    @Test
    void reasons_of_cards_that_mean_something_stay_as_they_are() {
        Properties texts = properties(TEXTS.resolve("card_vi.properties"));
        assertThat(List.of("reopened", "left", "reversed"))
                .extracting(reason -> texts.getProperty("card.reason." + reason))
                .containsExactly(
                        "Kết quả duyệt đang được xem xét lại.",
                        "Người có thẻ thôi làm việc tại đơn vị, theo đề nghị điều chỉnh đã duyệt.",
                        "Kết quả duyệt đã được thay đổi sau khi xem xét lại.");
    }

    @Test
    void every_message_that_a_page_bean_gives_is_there() {
        assertKnown(files(JAVA, ".java"), PAGE_MESSAGE);
    }

    @Test
    void everything_that_accounts_are_told_and_that_is_wrong_with_a_template_has_its_sentence() {
        assertKnown(files(JAVA, ".java"), TOLD);
    }

    @Test
    void every_page_with_a_bean_shares_its_stem() {
        List<String> strangers = new ArrayList<>();
        for (Path page : files(PAGES, ".xhtml")) {
            String stem = page.getFileName().toString().replace(".xhtml", "");
            boolean isPage = !page.startsWith(PAGES.resolve("WEB-INF"));
            Set<String> beans = BEAN_IN_PAGE
                    .matcher(text(page))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            String own = camelCase(stem) + "Page";
            // Two audiences may each have a page of one name.
            String ofItsAudience = camelCase(page.getParent().getFileName() + "-" + stem) + "Page";
            if (isPage && !beans.isEmpty() && !beans.contains(own) && !beans.contains(ofItsAudience)) {
                strangers.add(page + " uses " + beans);
            }
            beans.stream()
                    .filter(bean -> files(JAVA, "/" + capital(bean) + ".java").isEmpty())
                    .forEach(bean -> strangers.add(page + " uses the unknown " + bean));
        }
        assertThat(strangers).isEmpty();
    }

    /** It would be heard by its place, which another row may have by then. */
    @Test
    void no_command_is_one_of_many_rows() {
        List<String> counted = new ArrayList<>();
        for (Path page : files(PAGES, ".xhtml")) {
            int rows = 0;
            for (MatchResult tag : ROWS_OR_COMMAND.matcher(text(page)).results().toList()) {
                switch (tag.group(1)) {
                    case "<ui:repeat" -> rows++;
                    case "</ui:repeat" -> rows--;
                    default -> {
                        if (rows > 0) {
                            counted.add(page + ": " + tag.group());
                        }
                    }
                }
            }
        }
        assertThat(counted).as("commands in rows; use kh:row-button").isEmpty();
    }

    /** An empty text would be 0, and be taken for what was meant. */
    @Test
    void every_number_that_a_page_asks_for_may_be_left_empty_or_is_required() throws Exception {
        List<String> mistaken = new ArrayList<>();
        for (Path page : files(PAGES, ".xhtml")) {
            for (MatchResult field : INPUT.matcher(text(page)).results().toList()) {
                Matcher of = PROPERTY.matcher(field.group());
                if (of.find() && !field.group().contains("required=\"true\"")) {
                    Class<?> type = bean(capital(of.group(1)))
                            .getMethod("get" + capital(of.group(2)))
                            .getReturnType();
                    if (type.isPrimitive()) {
                        mistaken.add(page + ": " + field.group());
                    }
                }
            }
        }
        assertThat(mistaken).isEmpty();
    }

    /** They turn day and month around with the browser's language; see {@code DayText}. */
    @Test
    void no_page_asks_for_a_day_by_a_field_that_the_browser_makes() {
        assertThat(files(PAGES, ".xhtml"))
                .allSatisfy(page -> assertThat(text(page))
                        .as(page.toString())
                        .doesNotContain("type=\"date\"", "type=\"datetime-local\"", "<p:datePicker", "<p:calendar"));
    }

    private static Class<?> bean(String name) throws ClassNotFoundException {
        Path file = files(JAVA, "/" + name + ".java").get(0);
        return Class.forName(
                JAVA.relativize(file).toString().replace(".java", "").replace('/', '.'));
    }

    private static void assertKnown(List<Path> files, Pattern place) {
        Set<String> vietnamese = files(TEXTS, "_vi.properties").stream()
                .flatMap(bundle -> properties(bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        List<String> unknown = files.stream()
                .flatMap(file -> keys(text(file), place)
                        .filter(key -> !vietnamese.contains(key))
                        .map(key -> key + " in " + file))
                .toList();
        assertThat(unknown).as("keys without a text").isEmpty();
    }

    private static Stream<String> keys(String text, Pattern place) {
        return place.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(found -> Stream.concat(
                        TEXT_IN_PAGE.matcher(found).results().map(key -> key.group(1)),
                        KEY.matcher(found).results().map(key -> key.group(1))));
    }

    private static int gaps(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static String camelCase(String stem) {
        String[] words = stem.split("-");
        return words[0]
                + Stream.of(words).skip(1).map(PagesAndTextsTest::capital).collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }
}
