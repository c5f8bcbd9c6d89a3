package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.FaultyTable;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** The table of cards does not take that of one of three people. */
@InPortal
class AVerdictThatFailsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private TestLists lists;

    @Inject
    private EffectJob job;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void is_tried_again_later_and_the_others_take_effect_at_once() {
        Actor officer = lists.factory();
        List<EntryView> all = reading.ofList(officer, lists.submitted(officer, 3), Optional.empty(), 0, 10);
        EntryView failing = all.get(1);
        Actor reviewer = lists.reviewer("SCT");
        try (FaultyTable cards = new FaultyTable("card_card", "NEW.entry_id = " + failing.entryId())) {
            assertThat(cards).isNotNull();
            all.forEach(
                    entry -> reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", false));
            sql.update(
                    "UPDATE review_pending SET effective_at = ? WHERE entry_id IN (?, ?, ?)",
                    clock.instant().minusSeconds(1),
                    all.get(0).entryId(),
                    failing.entryId(),
                    all.get(2).entryId());
            job.run();

            // The portal's own job may be at it, too.
            await(() -> state(officer, all.get(0)) == EntryState.APPROVED
                    && state(officer, all.get(2)) == EntryState.APPROVED
                    && putOff(failing) == 1);
            assertThat(state(officer, failing)).isEqualTo(EntryState.PENDING);
            assertThat(undoing.undo(reviewer, failing.id())).isFalse();
            job.run();
            assertThat(sql.number("SELECT failures FROM review_pending WHERE entry_id = ?", failing.entryId()))
                    .as("it waits before it is tried again")
                    .isBetween(1L, 2L);
        }

        sql.update(
                "UPDATE review_pending SET put_off_until = ? WHERE entry_id = ?",
                clock.instant().minusSeconds(1),
                failing.entryId());
        job.run();
        await(() -> state(officer, failing) == EntryState.APPROVED);
        assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE entry_id = ?", failing.entryId()))
                .isEqualTo(1);
    }

    private EntryState state(Actor officer, EntryView entry) {
        return reading.own(officer, entry.id()).state();
    }

    private long putOff(EntryView entry) {
        return sql.number(
                "SELECT COUNT(*) FROM review_pending WHERE entry_id = ? AND put_off_until > ?",
                entry.entryId(),
                clock.instant());
    }

    private static void await(BooleanSupplier what) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
