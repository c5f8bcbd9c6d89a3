package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria in force at a place make of a person, in the words of one reader and with what they may see.
 *
 * @param order by which the criteria are in force; none where none are
 * @param factsKnown whether anything is known of the person; without, the level is that of somebody of whom nothing is known
 * @param colour of the level as #RRGGBB
 * @param treatedAs how the condition matrix takes it: GREEN, YELLOW, RED or HOLD
 * @param until the first moment of another level if nothing is added; none where it stays
 * @param row that matched, empty where the reader may not know which
 * @param cells of that row: what each asks, what was found, by which facts of which source
 * @param above criteria above it that say something else and are not met, for want of data rather than of an exception
 * @param changes what would bring another level, and from when
 * @param byException the same of exceptions that could be entered
 * @param incomplete what could be about the person and has not come: sentences that name place and day
 */
public record LevelSeen(
        @Nullable RuleOrderView order,
        boolean factsKnown,
        String level,
        String colour,
        String treatedAs,
        @Nullable Instant until,
        String row,
        List<String> cells,
        List<NotMet> above,
        List<String> changes,
        List<String> byException,
        List<String> incomplete) {
    /** @param cells those that keep it from being met, each with what was found */
    public record NotMet(String row, List<String> cells) {}

    public LevelSeen {
        cells = List.copyOf(cells);
        above = List.copyOf(above);
        changes = List.copyOf(changes);
        byException = List.copyOf(byException);
        incomplete = List.copyOf(incomplete);
    }

    static LevelSeen withoutCriteria(boolean factsKnown) {
        return new LevelSeen(
                null, factsKnown, "", "", "", null, "", List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
