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
 * @param changes what would bring another level, and from when
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
        List<String> changes,
        List<String> incomplete) {
    public LevelSeen {
        cells = List.copyOf(cells);
        changes = List.copyOf(changes);
        incomplete = List.copyOf(incomplete);
    }

    static LevelSeen withoutCriteria(boolean factsKnown) {
        return new LevelSeen(null, factsKnown, "", "", "", null, "", List.of(), List.of(), List.of());
    }
}
