package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowColumn;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowMark;

/** The filter of lines that an address names, and how many they are. */
@RequestScoped
class RowQuery {
    @Inject
    private Parameters parameters;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    private @Nullable Long total;
    private @Nullable List<RowColumn> columns;

    RowFilter filter() {
        return RowMarkList.filter(
                known(parameters.text("state")),
                known(parameters.text("kind")),
                known(parameters.text("code")),
                known(parameters.text("column")),
                parameters.text("words"));
    }

    /** Codes and keys have no other letters; whatever else stands in an address filters nothing. */
    private static String known(String text) {
        return text.matches("\\w{1,40}") ? text : "";
    }

    boolean isFiltering() {
        return !filter().equals(RowFilter.ALL);
    }

    /** Of the whole list or of all in one state: words find some of its people. */
    boolean isOfOneMark() {
        RowFilter filter = filter();
        return !filter.kind().isEmpty()
                && !filter.code().isEmpty()
                && (!filter.column().isEmpty() || isOfDoubts())
                && filter.words().isBlank();
    }

    boolean isOfDoubts() {
        return RowMark.isDoubt(filter().code());
    }

    boolean isOfTurnedDates() {
        return filter().code().equals(ProblemCode.DATE_MAYBE_TURNED.name())
                && !filter().column().isEmpty();
    }

    boolean isOfRepairs() {
        return filter().kind().equals(RowMark.REPAIR);
    }

    /** Without the words, which name people: of them the address has the id of the search. */
    Map<String, String> parts() {
        RowFilter filter = filter();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("id", parameters.id("id").toString());
        parts.put("state", filter.state().map(Enum::name).orElse(""));
        parts.put("kind", filter.kind());
        parts.put("code", filter.code());
        parts.put("column", filter.column());
        parts.put("search", parameters.search());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    long total() {
        Long known = total;
        if (known == null) {
            known = browsing.count(actor.get(), parameters.id("id"), filter());
            total = known;
        }
        return known;
    }

    /** Empty for what is said of whole lines. */
    Optional<RowColumn> column() {
        return column(filter().column());
    }

    Optional<String> columnLabel(String key) {
        return column(key)
                .map(found ->
                        language.of(found.column().labelVi(), found.column().labelEn()));
    }

    private Optional<RowColumn> column(String key) {
        List<RowColumn> known = columns;
        if (known == null) {
            known = browsing.columns(actor.get(), parameters.id("id"));
            columns = known;
        }
        return known.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    String address() {
        return "?"
                + parts().entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining("&"));
    }
}
