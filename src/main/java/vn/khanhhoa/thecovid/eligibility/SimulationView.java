package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What a draft would make of everybody, as far as it has been reckoned.
 *
 * @param at the moment that was asked about
 * @param own whether the reader began it, and may discard it
 * @param rounded whether small numbers are kept from the reader: all are multiples of five, and what is below is
 *     {@link #FEW}
 * @param levels from the one that allows most
 * @param activities of a matrix or a scenario: what would be allowed otherwise; none of criteria
 * @param incident for which it stands still; empty where it does not
 */
public record SimulationView(
        PublicId id,
        SimulationKind kind,
        String nameVi,
        String nameEn,
        AreaView place,
        Instant at,
        State state,
        int percent,
        long done,
        long people,
        String starter,
        boolean own,
        boolean rounded,
        String incident,
        List<LevelSum> levels,
        List<Line> areas,
        List<Line> ages,
        List<Line> organisations,
        List<Move> moves,
        List<ActivityMove> activities) {
    /** In place of a number from 1 to 4, for those who may not see single people. */
    public static final long FEW = -1;

    /** What a line is of that puts together those of too few people to be told by themselves. */
    public static final String OTHERS = "*";

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public SimulationView {
        levels = List.copyOf(levels);
        areas = List.copyOf(areas);
        ages = List.copyOf(ages);
        organisations = List.copyOf(organisations);
        moves = List.copyOf(moves);
        activities = List.copyOf(activities);
    }

    /** A level with how many have it and would have it. @param code empty where no criteria are in force */
    public record LevelSum(
            String code, String nameVi, String nameEn, String colour, String treatedAs, long before, long after) {}

    /**
     * An area, an age group or an organisation.
     *
     * @param before how many there are of each level, by its code
     * @param up how many would have a level, or be allowed something, above what they have
     * @param down how many one below
     */
    public record Line(String of, String name, Map<String, Long> before, Map<String, Long> after, long up, long down) {}

    /** So many would be another level, or the same by another row. @param rowBefore name in both languages; none where no criteria are in force */
    public record Move(
            String levelBefore,
            String levelAfter,
            @Nullable RowName rowBefore,
            @Nullable RowName rowAfter,
            long people) {
        public boolean isOfLevel() {
            return !levelBefore.equals(levelAfter);
        }
    }

    public record RowName(String code, String vietnamese, String english) {}

    /** An activity that people of a level could do otherwise. @param up whether more is allowed than before */
    public record ActivityMove(
            String activity,
            String level,
            String scenarioBefore,
            String scenarioAfter,
            String before,
            String after,
            boolean up,
            long people) {}

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isOfCriteria() {
        return kind == SimulationKind.CRITERIA;
    }
}
