package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.Role;

/** {@code src/docs/entry-states.md} is drawn from {@link EntryAction}. */
class DrawingTheWayOfAnEntryTest {
    private static final Path FILE = Path.of("src/docs/entry-states.md");
    private static final String RENEW = "./mvnw test -Dtest=DrawingTheWayOfAnEntryTest -Ddraw=true";

    @Test
    void the_drawing_says_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("draw")) {
            Files.writeString(FILE, drawing());
        }
        assertThat(Files.readString(FILE))
                .as(FILE + " is drawn from EntryAction; renew it with " + RENEW)
                .isEqualTo(drawing());
    }

    @Test
    void every_position_can_be_reached_and_what_is_open_can_be_left() {
        Set<EntryPosition> reached = EnumSet.noneOf(EntryPosition.class);
        Set<EntryPosition> left = EnumSet.noneOf(EntryPosition.class);
        for (EntryAction action : EntryAction.values()) {
            reached.addAll(action.to());
            left.addAll(action.from());
        }
        assertThat(reached).containsExactly(EntryPosition.values());
        assertThat(left)
                .containsAll(Arrays.stream(EntryPosition.values())
                        .filter(position -> position.state().isOpen())
                        .toList());
    }

    private static String drawing() {
        StringBuilder text = new StringBuilder("""
                # The way of an entry

                Drawn from `stafflist.EntryAction`, which the code asks whenever an entry moves. Do not write here: change the
                code, then `%s`.

                ```mermaid
                stateDiagram-v2
                """.formatted(RENEW));
        for (EntryPosition position : EntryPosition.values()) {
            text.append("  ")
                    .append(position)
                    .append(": ")
                    .append(label(position))
                    .append('\n');
        }
        for (EntryAction action : EntryAction.values()) {
            for (EntryPosition to : action.to()) {
                if (action.from().isEmpty()) {
                    text.append("  [*] --> ").append(arrow(to, action));
                }
                for (EntryPosition from : action.from()) {
                    if (action.to().size() == 1 || to != EntryPosition.WAITING || from == EntryPosition.WAITING) {
                        text.append("  ").append(from).append(" --> ").append(arrow(to, action));
                    }
                }
            }
        }
        text.append("""
                ```

                WAITING is for the registration of the organisation to be confirmed, and comes only before that. QUEUED, PROPOSED
                and HELD are stages of a pending entry at its agency; to everybody else it is pending.

                | action | from | to | what follows in the same transaction |
                |---|---|---|---|
                """);
        for (EntryAction action : EntryAction.values()) {
            text.append("| ")
                    .append(word(action))
                    .append(" | ")
                    .append(action.from().isEmpty() ? "–" : joined(List.copyOf(action.from())))
                    .append(" | ")
                    .append(joined(action.to()))
                    .append(" | ")
                    .append(action.effects().isEmpty() ? "–" : joined(List.copyOf(action.effects())))
                    .append(" |\n");
        }
        text.append("""

                Who may do it, of an entry of their own organisation or at their own agency. The visitor is the person, with the
                code of the entry; the portal acts by its jobs.

                | action |""");
        for (Role role : Role.values()) {
            text.append(' ').append(word(role)).append(" |");
        }
        text.append("\n|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (EntryAction action : EntryAction.values()) {
            text.append("| ").append(word(action)).append(" |");
            for (Role role : Role.values()) {
                text.append(action.isFor(role) ? " ● |" : "   |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String label(EntryPosition position) {
        return position.state() == EntryState.PENDING ? "PENDING, " + word(position) : position.name();
    }

    private static String arrow(EntryPosition to, EntryAction action) {
        return to + ": " + word(action) + "\n";
    }

    private static String joined(List<? extends Enum<?>> values) {
        return values.stream()
                .map(DrawingTheWayOfAnEntryTest::word)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
