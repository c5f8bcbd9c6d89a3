package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a column that is asked for differs between two versions of a form.
 *
 * @param changes empty unless it is in both
 */
public record FormDifference(Kind kind, FormColumn column, List<Change> changes) {
    /** What became of the column. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** Key of its label. */
        public String key() {
            return "forms.difference." + name().toLowerCase(Locale.ROOT);
        }

        public String tone() {
            return switch (this) {
                case ADDED -> "good";
                case REMOVED -> "bad";
                case CHANGED -> "progress";
            };
        }
    }

    /** What of a column was changed; the values are texts, or {@code true} and {@code false}. */
    public record Change(Aspect aspect, String before, String after) {}

    /** What there is to a column. */
    public enum Aspect {
        LABEL,
        LABEL_EN,
        TYPE,
        REQUIRED,
        VALUES,
        ALIASES,
        NOTE,
        NOTE_EN,
        MAX_LENGTH,
        DEFAULT,
        SCOPE,
        HEALTH;

        /** Key of its label. */
        public String key() {
            return "forms.aspect." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String of(FormColumn column) {
            return switch (this) {
                case LABEL -> column.labelVi();
                case LABEL_EN -> column.labelEn();
                case TYPE -> column.type().name();
                case REQUIRED -> String.valueOf(column.required());
                case VALUES -> column.valuesText();
                case ALIASES -> String.join("; ", column.aliases());
                case NOTE -> column.noteVi();
                case NOTE_EN -> column.noteEn();
                case MAX_LENGTH -> String.valueOf(column.maxLength());
                case DEFAULT -> column.defaultValue();
                case SCOPE -> column.scope().name();
                case HEALTH -> String.valueOf(column.health());
            };
        }
    }

    /** In the order of the later version, what was removed at the end. */
    public static List<FormDifference> between(FormTemplate before, FormTemplate after) {
        List<FormDifference> found = new ArrayList<>();
        for (FormColumn column : after.columns()) {
            if (column.active()) {
                Optional<FormColumn> older = before.column(column.key()).filter(FormColumn::active);
                List<Change> changes = older.map(old -> changes(old, column)).orElse(List.of());
                if (older.isEmpty()) {
                    found.add(new FormDifference(Kind.ADDED, column, changes));
                } else if (!changes.isEmpty()) {
                    found.add(new FormDifference(Kind.CHANGED, column, changes));
                }
            }
        }
        before.columns().stream()
                .filter(FormColumn::active)
                .filter(column ->
                        after.column(column.key()).filter(FormColumn::active).isEmpty())
                .forEach(column -> found.add(new FormDifference(Kind.REMOVED, column, List.of())));
        return found;
    }

    private static List<Change> changes(FormColumn before, FormColumn after) {
        List<Change> changes = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (!aspect.of(before).equals(aspect.of(after))) {
                changes.add(new Change(aspect, aspect.of(before), aspect.of(after)));
            }
        }
        return changes;
    }
}
