package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ScoreOfIntake.Outcome;

/** Lists by five forms, in all the kinds of files that there are, from their bytes to the checked rows. */
class ScoringTheIntakeTest {
    private static final int LISTS = 100;
    private static final int LINES = 60;

    @Test
    void of_lists_as_they_come_no_line_is_wrongly_accepted_or_changed() {
        ScoreOfIntake score = new ScoreOfIntake();
        for (int i = 0; i < LISTS; i++) {
            score.add(GeneratedList.of(LINES, 10_000 + i));
        }
        assertThat(score.wrong).isEmpty();
        assertThat(score.count(Outcome.WRONGLY_ACCEPTED)).isZero();
        assertThat(score.count(Outcome.WRONGLY_CHANGED)).isZero();
        assertThat(score.withoutNeed).isEmpty();
        assertThat(score.count(Outcome.REPAIRED)).isPositive();
        assertThat(score.lines).isEqualTo(LISTS * LINES);
        assertThat(score.parts.keySet().stream().filter(part -> part.startsWith("form ")))
                .hasSize(5);
        assertThat(score.parts.keySet().stream().filter(part -> part.startsWith("file ")))
                .hasSize(GeneratedFile.Kind.values().length);
        assertThat(score.parts.keySet().stream().filter(part -> part.startsWith("fault ")))
                .hasSizeGreaterThanOrEqualTo(45);
    }
}
