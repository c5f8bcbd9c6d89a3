package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
            if (answer.capacity() > 0) {
                parts.add(text("limit-capacity", answer.capacity()));
            }
            if (answer.maxPeople() > 0) {
                parts.add(text("limit-people", answer.maxPeople()));
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
}
