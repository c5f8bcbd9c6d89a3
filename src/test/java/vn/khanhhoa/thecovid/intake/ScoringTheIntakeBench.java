package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ScoreOfIntake.Outcome;

/** How many lines of generated lists come out right at once, repaired, pointed out, and wrong, which none may. */
class ScoringTheIntakeBench {
    private static final int LISTS = 1_000;
    private static final int LINES = 120;

    @Test
    void score() {
        ScoreOfIntake score = new ScoreOfIntake();
        long start = System.nanoTime();
        for (int i = 0; i < LISTS; i++) {
            score.add(GeneratedList.of(LINES, i));
        }
        System.out.printf(
                "BENCH intake.score lines=%d files=%d foreign-names=%d without-need=%d (%.1f s)%n",
                score.lines, LISTS, score.foreignNames, score.withoutNeed.size(), (System.nanoTime() - start) / 1e9);
        for (Outcome outcome : Outcome.values()) {
            System.out.printf(
                    "BENCH intake.score %s=%d (%.2f%%)%n",
                    outcome, score.count(outcome), 100.0 * score.count(outcome) / score.lines);
        }
        score.parts.forEach((part, outcomes) -> System.out.println("  " + part + " " + outcomes));
        assertThat(score.wrong).isEmpty();
    }
}
