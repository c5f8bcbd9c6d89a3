package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column can be told beyond its term: which facts it looks at, and how. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is made by of()
public enum Parameter {
    METHODS(CodeList.METHOD),
    CERTIFICATES(CodeList.CERTIFICATE),
    EXCEPTIONS(CodeList.EXCEPTION),
    /** Hours of a test run from taking the sample, or from the result. */
    SINCE(List.of("sampling", "result")),
    /** Whether doses of different vaccines make one course; where not, each vaccine counts for itself. */
    MIXED(List.of("yes", "no"));

    private final @Nullable CodeList list;
    private final List<String> choices;

    Parameter(CodeList list) {
        this.list = list;
        this.choices = List.of();
    }

    Parameter(List<String> choices) {
        this.list = null;
        this.choices = choices;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list it draws from; empty where it is a choice of one. */
    public Optional<CodeList> list() {
        return Optional.ofNullable(list);
    }

    /** The first is what holds where nothing is said. */
    public List<String> choices() {
        return choices;
    }
}
