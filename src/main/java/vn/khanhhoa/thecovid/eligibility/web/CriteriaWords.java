package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.CriteriaDifference;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetView;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaColumn;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.ExplanationWords;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.Language;

/** A criteria set in the reader's words. Of one with errors, columns have their terms and cells nothing. */
@Named
@RequestScoped
public class CriteriaWords {
    @Inject
    private Language language;

    ExplanationWords words() {
        String source = language.text("eligibility.trial.source");
        return new ExplanationWords(language.getLocale(), CriteriaSets.VOCABULARY, number -> source);
    }

    public String column(CriteriaDraft.Column column) {
        Optional<CriteriaColumn> checked = CriteriaCheck.column(column, CriteriaSets.VOCABULARY);
        if (checked.isPresent()) {
            return words().column(checked.get());
        }
        String key =
                "eligibility.term." + column.term().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.has(language.getLocale(), key) ? language.text(key) : column.key();
    }

    /** What the cell asks; empty where it asks nothing, or cannot be understood. */
    public String cell(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        String written = row.cells().getOrDefault(column.key(), "");
        return CriteriaCheck.column(column, CriteriaSets.VOCABULARY)
                .flatMap(known -> CriteriaCheck.cell(known, written, CriteriaSets.VOCABULARY)
                        .map(condition -> words().condition(known.term(), condition)))
                .orElse("");
    }

    /** Blank for the column or the row alone. */
    public List<String> problems(CriteriaSetView set, String row, String column) {
        return set.problems().stream()
                .filter(problem -> problem.row().equals(row) && problem.column().equals(column))
                .map(problem -> problem.text(language.getLocale()))
                .toList();
    }

    public String level(CriteriaSetView set, CriteriaDraft.Row row) {
        return set.table().levels().stream()
                .filter(level -> level.code().equals(row.level()))
                .map(level -> level.name(language.getLocale()))
                .findFirst()
                .orElse(row.level());
    }

    public String difference(CriteriaDifference difference) {
        return language.text(
                difference.kind().key(),
                difference.row(),
                difference.column(),
                side(difference, difference.before()),
                side(difference, difference.after()));
    }

    private String side(CriteriaDifference difference, String text) {
        return switch (difference.kind()) {
            case BLOCKING -> language.text(Boolean.parseBoolean(text) ? "eligibility.yes" : "eligibility.no");
            case ROW_MOVED ->
                text.isEmpty()
                        ? language.text("eligibility.difference.row-first")
                        : language.text("eligibility.difference.row-below", text);
            default -> text.isEmpty() ? "–" : words().cell(difference.term(), text);
        };
    }
}
