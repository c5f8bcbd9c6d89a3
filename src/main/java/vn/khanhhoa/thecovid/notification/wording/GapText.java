package vn.khanhhoa.thecovid.notification.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with gaps. Braces stand for gaps and nothing else. */
public record GapText(String text) {
    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)\\}");

    /** The words between braces, known or not, each once. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        GAP.matcher(text).results().map(found -> found.group(1)).forEach(words::add);
        return words;
    }

    /** Whether a brace stands without its other one. */
    public boolean hasStrayBrace() {
        String rest = GAP.matcher(text).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    /** What is filled in is not looked through for gaps again. */
    public String fill(Map<Gap, String> values) {
        return GAP.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Map<Gap, String> values) {
        String value = Gap.of(found.group(1)).map(values::get).orElse(null);
        if (value == null) {
            throw new IllegalStateException("nothing fills " + found.group());
        }
        return value;
    }

    /** What of it cannot be. @param field that the problems are told at */
    public List<TemplateProblem> problems(String field, Set<Gap> allowed) {
        List<TemplateProblem> problems = new ArrayList<>();
        if (text.isBlank()) {
            problems.add(new TemplateProblem(field, "notification.template.empty", ""));
        }
        if (hasStrayBrace()) {
            problems.add(new TemplateProblem(field, "notification.template.brace", ""));
        }
        words().stream()
                .filter(word -> Gap.of(word).filter(allowed::contains).isEmpty())
                .forEach(word ->
                        problems.add(new TemplateProblem(field, "notification.template.unknown", "{" + word + "}")));
        return problems;
    }
}
