package vn.khanhhoa.thecovid.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A line of a {@link GeneratedList} while it is made up: what stands in its cells, and what is true of them. */
final class LineDraft {
    private static final int THOUSAND = 1_000;

    final Random random;
    final GeneratedList.Habit habit;
    final ReferenceLists lists;
    final FormDefinition form;
    final Map<String, String> cells = new HashMap<>();
    final Map<String, CellHint> hints = new HashMap<>();
    final Map<String, String> meant = new HashMap<>();
    final Set<String> doubtful = new HashSet<>();
    final Set<String> doubtfulUnlessRight = new HashSet<>();
    final Set<String> faults = new TreeSet<>();

    LineDraft(Random random, GeneratedList.Habit habit, ReferenceLists lists, FormDefinition form) {
        this.random = random;
        this.habit = habit;
        this.lists = lists;
        this.form = form;
    }

    boolean asks(String column) {
        return form.column(column).isPresent();
    }

    boolean happens(int perThousand, String fault) {
        boolean happens = random.nextInt(THOUSAND) < perThousand;
        if (happens && !fault.isEmpty()) {
            faults.add(fault);
        }
        return happens;
    }

    boolean happens(int perThousand) {
        return happens(perThousand, "");
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    void say(String column, String text) {
        write(column, text, text);
    }

    void write(String column, String text, String meaning) {
        cells.put(column, text);
        meant.put(column, meaning);
    }

    /** What stands there would make the sender's own clerk ask back. */
    void doubt(String column, String text) {
        cells.put(column, text);
        doubtful.add(column);
    }

    void number(String column) {
        if (habit.workbook()) {
            hints.put(column, CellHint.NUMBER);
        }
    }

    GeneratedList.Line finish() {
        cells.keySet().removeIf(column -> !asks(column));
        meant.entrySet()
                .removeIf(entry -> !asks(entry.getKey()) || entry.getValue().isEmpty());
        hints.keySet().removeIf(column -> !asks(column));
        doubtful.removeIf(doubt -> !asks(doubt.split("\\|")[0]));
        return new GeneratedList.Line(cells, hints, meant, doubtful, doubtfulUnlessRight, faults);
    }
}
