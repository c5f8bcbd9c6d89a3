package vn.khanhhoa.thecovid.stafflist.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoringTheIntakeTest {
    private static final int LISTS = 50;
    private static final int LINES = 100;

    private final ScoreOfIntake score = new ScoreOfIntake();

    @Test
    void of_lists_as_they_come_no_line_is_wrongly_accepted_or_changed() {
        for (int i = 0; i < LISTS; i++) {
            score.add(GeneratedList.m01(LINES, 1_000 + i));
        }
        assertThat(score.lines).isEqualTo(LISTS * LINES);
        assertThat(score.wronglyAccepted).isEmpty();
        assertThat(score.wronglyChanged).isEmpty();
        assertThat(score.withoutNeed).isZero();
        assertThat(score.repaired).isPositive();
        assertThat(score.rightAtOnce + score.repaired + score.pointedOut).isEqualTo(score.lines);
    }

    @Test
    void every_fault_occurs() {
        for (int i = 0; i < 5 * LISTS; i++) {
            score.add(GeneratedList.m01(LINES, i));
        }
        assertThat(score.byFault).hasSizeGreaterThanOrEqualTo(35);
    }
}
