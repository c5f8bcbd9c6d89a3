package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Texts;

/** Sentences of an answer in one language. */
public final class MatrixWords {
    private final Locale language;
    private final UnaryOperator<String> activities;

    /** @param activities the name of an activity in that language, by its code */
    public MatrixWords(Locale language, UnaryOperator<String> activities) {
        this.language = language;
        this.activities = activities;
    }

    private String text(String key, Object... args) {
        return Texts.get(language, "eligibility." + key, args);
    }

    /** Whether, what is missing, within which limits, and by which scenario and document. */
    public String answer(MatrixAnswer answer) {
        String activity = activities.apply(answer.row().activity());
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (answer.outcome()) {
                    case ALLOWED -> text("activity-allowed", activity);
                    case NEEDS_MORE -> text("activity-needs", activity, conditions(answer.missing()));
                    case DENIED -> text("activity-denied", activity);
                });
        if (answer.outcome() != MatrixAnswer.Outcome.DENIED) {
            String limits = limits(answer.capacity(), answer.maxPeople());
            if (!limits.isEmpty()) {
                parts.add(limits);
            }
        }
        String note = answer.row().note(language);
        if (!note.isEmpty()) {
            parts.add(note + ".");
        }
        String scenario = answer.scenario().name(language);
        parts.add(
                answer.document().isEmpty()
                        ? text("by-scenario", answer.scenario().code(), scenario)
                        : text("by-scenario-document", answer.scenario().code(), scenario, answer.document()));
        return String.join(" ", parts);
    }

    public String conditions(Collection<MatrixCondition> conditions) {
        return conditions.stream()
                .map(condition -> Texts.get(language, condition.key()))
                .collect(Collectors.joining(", "));
    }

    /** What each level may, of levels that may the same in one; and the limits. */
    public String cell(MatrixCell cell, List<String> levels) {
        Map<MatrixCell.Part, List<String>> alike = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            alike.computeIfAbsent(cell.parts().get(i), part -> new ArrayList<>())
                    .add(level(levels.get(i)));
        }
        List<String> parts = new ArrayList<>();
        alike.forEach((part, names) -> parts.add(
                alike.size() == 1 ? part(part) : text("matrix-cell-part", String.join(", ", names), part(part))));
        String limits = limits(cell.capacity(), cell.maxPeople());
        return String.join("; ", parts) + (limits.isEmpty() ? "" : ". " + limits);
    }

    /** What one level may. */
    public String part(MatrixCell.Part part) {
        return !part.allowed()
                ? text("matrix-part.denied")
                : part.needs().isEmpty()
                        ? text("matrix-part.allowed")
                        : text("matrix-part.needs", conditions(part.needs()));
    }

    /** Empty for none. */
    public String limits(int capacity, int maxPeople) {
        List<String> parts = new ArrayList<>();
        if (capacity > 0) {
            parts.add(text("limit-capacity", capacity));
        }
        if (maxPeople > 0) {
            parts.add(text("limit-people", maxPeople));
        }
        return String.join(" ", parts);
    }

    /** The name of an activity. */
    public String activity(String code) {
        return activities.apply(code);
    }

    /** A level of the matrix; its code where it has no name. */
    public String level(String code) {
        String key = "eligibility.matrix-level." + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.has(language, key) ? Texts.get(language, key) : code;
    }
}
