package vn.khanhhoa.thecovid.stafflist.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many lines of generated lists come out right at once, repaired, pointed out, and wrong, which none may. */
class ScoringTheIntakeBench {
    private static final int LISTS = 1_000;
    private static final int LINES = 120;

    @Test
    void score() {
        ScoreOfIntake score = new ScoreOfIntake();
        long start = System.nanoTime();
        for (int i = 0; i < LISTS; i++) {
            score.add(GeneratedList.m01(LINES, i));
        }
        System.out.printf(
                "BENCH intake.score lines=%d at-once=%.2f%% repaired=%.2f%% pointed-out=%.2f%% (without need %d)"
                        + " wrongly-accepted=%d wrongly-changed=%d (%.1f s)%n",
                score.lines,
                100.0 * score.rightAtOnce / score.lines,
                100.0 * score.repaired / score.lines,
                100.0 * score.pointedOut / score.lines,
                score.withoutNeed,
                score.wronglyAccepted.size(),
                score.wronglyChanged.size(),
                (System.nanoTime() - start) / 1e9);
        score.byFault.forEach((fault, outcomes) -> System.out.println("  " + fault + " " + outcomes));
        assertThat(score.wronglyAccepted).isEmpty();
        assertThat(score.wronglyChanged).isEmpty();
    }
}
