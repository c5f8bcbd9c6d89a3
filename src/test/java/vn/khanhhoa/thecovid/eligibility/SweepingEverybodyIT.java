package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

/** Each night everybody with an open entry or a current card comes to be assessed anew, whatever dies on the way. */
@InPortal
class SweepingEverybodyIT {
    @Inject
    private SweepSteps steps;

    @Inject
    private TestEntries entries;

    @Inject
    private TestTransaction transaction;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    /** The portal's own job sweeps, too, while others have put the clock forward. */
    @BeforeEach
    void no_later_night() {
        sql.update(
                "DELETE FROM eligibility_sweep WHERE begun_at > ? OR night > ?", clock.instant(), LocalDate.now(clock));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
        // What a later night left would be taken for the last one known.
        no_later_night();
    }

    private void sweep(int most) {
        boolean more = true;
        while (more) {
            more = steps.step(most);
        }
    }

    private long nights() {
        return sql.number("SELECT COUNT(*) FROM eligibility_sweep WHERE night IS NOT NULL");
    }

    @Test
    void each_night_once_and_every_current_card_has_the_level_of_the_night() {
        TestEntries.Entered card = entries.approved();
        sweep(500);
        long before = nights();
        sql.update(
                "UPDATE card_card SET level = 'OTHER', level_due = ? WHERE entry_id = ?",
                clock.instant().plus(Duration.ofDays(3)),
                card.entryId());

        clock.forward(Duration.ofDays(1));
        sweep(500);
        assertThat(nights()).isEqualTo(before + 1);
        assertThat(level(card))
                .as("asked for at night, whenever it was due before")
                .isNotEqualTo("OTHER");
        sweep(500);
        assertThat(nights()).as("the same night").isEqualTo(before + 1);
        assertThat(sql.number("SELECT COUNT(*) FROM eligibility_sweep WHERE ended_at IS NULL"))
                .isZero();
    }

    private String level(TestEntries.Entered card) {
        return sql.list(
                        "SELECT IFNULL(level, '') FROM card_card WHERE entry_id = ?",
                        row -> row.getString(1),
                        card.entryId())
                .get(0);
    }

    @Test
    void one_that_dies_goes_on_where_it_was() {
        entries.approved();
        entries.approved();
        entries.approved();
        sweep(500);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.call(() -> {
                    // In this transaction alone: the portal's own job does not see it.
                    sql.update(
                            "INSERT INTO eligibility_sweep (id, stamp, begun_at) SELECT NEXT VALUE FOR"
                                    + " eligibility_sweep_seq, stamp, ? FROM eligibility_sweep ORDER BY id DESC LIMIT 1",
                            clock.instant());
                    steps.step(2);
                    assertThat(marked()).as("some").isLessThanOrEqualTo(2);
                    long before = open() + cards();
                    sweep(7);
                    long after = open() + cards(); // other jobs begin and end assessments meanwhile
                    assertThat(marked())
                            .as("each once, step by step")
                            .isBetween(Math.min(before, after), Math.max(before, after));
                    throw new IllegalStateException("killed");
                }));
    }

    private long marked() {
        return sql.number("SELECT marked FROM eligibility_sweep ORDER BY id DESC LIMIT 1");
    }

    private long open() {
        return sql.number("SELECT COUNT(*) FROM stafflist_entry_level");
    }

    private long cards() {
        return sql.number(
                "SELECT COUNT(*) FROM card_card WHERE state IN ('VALID', 'SUSPENDED') AND valid_to >= ?",
                clock.instant().atZone(clock.getZone()).toLocalDate());
    }
}
