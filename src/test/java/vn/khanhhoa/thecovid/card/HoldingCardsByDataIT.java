package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.notification.MessageKind;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.TestHealth;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A card of somebody vaccinated twice; what the data say of them later reaches it by itself. */
@InPortal
class HoldingCardsByDataIT {
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CAUSES =
            List.of("dương tính", "duong tinh", "cách ly", "cach ly", "bệnh", "benh", "y tế", "positive", "health");

    @Inject
    private TestLists lists;

    @Inject
    private TestHealth health;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestTelling telling;

    @Inject
    private LevelJob levels;

    @Inject
    private LevelSteps steps;

    @Inject
    private FailedJobs failed;

    @Inject
    private CardControl control;

    @Inject
    private CardBulks bulks;

    @Inject
    private CardQueries cards;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Reopening reopening;

    @Inject
    private EntryReading reading;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private TestTransaction transaction;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private EntryView entry;

    @BeforeEach
    void a_card() {
        officer = lists.factory();
        entry = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
        reviewer = lists.reviewer("SCT");
        criteria.inForce(criteria.area("56"));
        health.vaccinatedTwice(reviewer, entry);
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);
    }

    @AfterEach
    void no_criteria() {
        criteria.noneInForce();
    }

    private CardView card() {
        return cards.ofEntry(entry.entryId()).orElseThrow();
    }

    /** The job of the portal does the same at the same time. */
    private void settle() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        boolean more = true;
        while (more) {
            assertThat(System.nanoTime()).as("settled in time").isLessThan(latest);
            more = levels.step()
                    || sql.number("SELECT COUNT(*) FROM card_touched") > 0
                    || sql.number(
                                    "SELECT COUNT(*) FROM card_card WHERE entry_id = ? AND level_due <= ?",
                                    entry.entryId(),
                                    clock.instant())
                            > 0;
        }
    }

    private String level() {
        return sql.list(
                        "SELECT IFNULL(level, '') FROM card_card WHERE id = ?",
                        row -> row.getString(1),
                        card().cardId())
                .get(0);
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act::run)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    @Test
    void a_positive_test_suspends_it_in_the_next_step_and_recovery_restores_it() {
        health.positive(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        assertThat(level()).isEqualTo("HOLD");
        assertThat(StatusBoard.status(card().state(), level()).name()).isEqualTo("SUSPENDED");

        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);
        assertThat(card().reason()).isEmpty();
        assertThat(control.history(HEALTH_OFFICER, card().id()))
                .extracting(CardControl.PastState::state)
                .containsExactly(CardState.VALID, CardState.SUSPENDED, CardState.VALID);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM card_event WHERE card_id = ? AND actor_id <> 0 AND id > (SELECT MIN(id) FROM"
                                + " card_event WHERE card_id = ?)",
                        card().cardId(),
                        card().cardId()))
                .as("nobody's hand")
                .isZero();
    }

    @Test
    void nothing_that_others_read_says_why() {
        health.positive(reviewer, entry);
        settle();
        telling.tell();
        MessageView told = last();
        assertThat(told.kind()).isEqualTo(MessageKind.PERSON_HELD);
        assertThat(telling.text(told)).doesNotContainIgnoringCase(CAUSES.toArray(String[]::new));
        assertThat(card().reason()).isNotBlank().doesNotContainIgnoringCase(CAUSES.toArray(String[]::new));
        assertThat(sql.list(
                        "SELECT CONCAT(reason, state) FROM card_event WHERE card_id = ?",
                        row -> row.getString(1),
                        card().cardId()))
                .noneMatch(text -> CAUSES.stream().anyMatch(text.toLowerCase()::contains));

        health.recovered(reviewer, entry);
        settle();
        telling.tell();
        assertThat(last().kind()).isEqualTo(MessageKind.PERSON_RELEASED);
    }

    private MessageView last() {
        List<MessageView> all = telling.toPersonOf(entry.entryId());
        return all.get(all.size() - 1);
    }

    @Test
    void what_a_person_suspended_before_the_hold_stays_so_after_it() {
        control.suspend(HEALTH_OFFICER, card().id(), card().version(), "mượn thẻ");
        health.positive(reviewer, entry);
        settle();
        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        assertThat(card().reason()).isEqualTo("mượn thẻ");
    }

    @Test
    void whoever_suspends_a_held_card_takes_it_over_and_nobody_restores_one_by_hand() {
        health.positive(reviewer, entry);
        settle();
        assertRefused(
                "card.held-by-data",
                () -> control.restore(HEALTH_OFFICER, card().id(), card().version(), "xin mở lại"));
        assertThat(foreseen(CardAct.RESTORE)).isEqualTo("card.held-by-data");
        assertThat(foreseen(CardAct.SUSPEND)).isEqualTo("DONE");
        control.suspend(HEALTH_OFFICER, card().id(), card().version(), "mượn thẻ");
        assertRefused(
                "card.not-valid", () -> control.suspend(HEALTH_OFFICER, card().id(), card().version(), "lần nữa"));
        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        control.restore(HEALTH_OFFICER, card().id(), card().version(), "đã trả thẻ");
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);
    }

    private String foreseen(CardAct act) {
        return bulks.progress(
                        HEALTH_OFFICER,
                        bulks.prepare(
                                HEALTH_OFFICER,
                                new CardFilter(card().number().toString(), "", Optional.empty()),
                                act,
                                "thử"))
                .groups()
                .get(0)
                .what();
    }

    @Test
    void what_a_person_restores_while_the_data_hold_is_held_again_at_once() {
        control.suspend(HEALTH_OFFICER, card().id(), card().version(), "mượn thẻ");
        health.positive(reviewer, entry);
        settle();
        control.restore(HEALTH_OFFICER, card().id(), card().version(), "đã trả thẻ");
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);
    }

    @Test
    void a_new_code_of_a_held_card_is_held_too_and_ends_with_the_hold() {
        health.positive(reviewer, entry);
        settle();
        long old = card().cardId();
        control.reissue(HEALTH_OFFICER, card().id(), card().version(), "mất thẻ");
        assertThat(card().cardId()).isNotEqualTo(old);
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);
    }

    @Test
    void while_the_approval_is_looked_at_again_the_end_of_a_hold_restores_nothing() {
        health.positive(reviewer, entry);
        settle();
        reopening.reopen(
                lists.head("SCT"), entry.id(), reading.own(officer, entry.id()).version(), "nghi nhầm người");
        health.recovered(reviewer, entry);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        assertThat(card().reason()).isEqualTo(CardIssuing.reopened());
    }

    @Test
    void what_is_learnt_of_who_is_one_with_the_holder_reaches_the_card_too() {
        EntryView other = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
        long stamp = uniting.foreseeMerge(HEALTH_OFFICER, person(entry), person(other), Locale.ENGLISH)
                .stamp();
        uniting.merge(HEALTH_OFFICER, person(entry), person(other), "một người, hai giấy tờ", stamp, Locale.ENGLISH);
        settle();
        assertThat(card().state()).isEqualTo(CardState.VALID);

        health.positive(reviewer, other);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
    }

    private PublicId person(EntryView of) {
        return sql.list(
                        "SELECT public_id FROM person_person WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        of.personId())
                .get(0);
    }

    @Test
    void a_step_that_dies_changes_nothing_and_the_next_one_suspends_once() {
        health.positive(reviewer, entry);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.call(() -> {
                    levels.step();
                    levels.step();
                    throw new IllegalStateException("killed");
                }));
        settle();
        settle();
        assertThat(control.history(HEALTH_OFFICER, card().id()))
                .extracting(CardControl.PastState::state)
                .containsExactly(CardState.SUSPENDED, CardState.VALID);
    }

    @Test
    void other_criteria_reach_live_cards_without_waiting_for_the_night() {
        await(this::isSwept);
        sql.update(
                "UPDATE card_card SET level = 'YELLOW', level_due = ? WHERE id = ?",
                clock.instant().plus(Duration.ofHours(20)),
                card().cardId());
        settle();
        assertThat(level()).as("nobody asks again").isEqualTo("YELLOW");
        criteria.inForce(criteria.area("56"));
        await(() -> level().equals("GREEN"));
    }

    @Test
    void whom_a_sweep_finds_held_is_suspended_in_the_next_step() {
        health.positive(reviewer, entry);
        settle();
        sql.update(
                "UPDATE card_card SET state = 'VALID', held = FALSE, level = 'GREEN', level_due = '2999-01-01' WHERE id = ?",
                card().cardId());
        steps.sweep(card().cardId() - 1, 1);
        settle();
        assertThat(card().state()).isEqualTo(CardState.SUSPENDED);
        assertThat(level()).isEqualTo("HOLD");
    }

    @Test
    void a_sweep_writes_what_is_wrong_and_leaves_what_the_job_is_to_look_at_soon() {
        keptAs("YELLOW", Duration.ofMinutes(5));
        steps.sweep(card().cardId() - 1, 1);
        assertThat(level()).isEqualTo("YELLOW");

        keptAs("YELLOW", Duration.ofHours(20));
        steps.sweep(card().cardId() - 1, 1);
        assertThat(level()).isEqualTo("GREEN");
    }

    private void keptAs(String level, Duration due) {
        sql.update(
                "UPDATE card_card SET level = ?, level_due = ? WHERE id = ?",
                level,
                clock.instant().plus(due),
                card().cardId());
    }

    @Test
    void a_card_that_cannot_be_assessed_is_failed_work_of_its_own_and_holds_nobody_up() {
        EntryView other = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
        reviewing.decide(reviewer, other.id(), other.version(), Outcome.APPROVE, "", "", true);
        settle();
        long faulty = card().cardId();
        String birth = sql.list(
                        "SELECT birth FROM person_person WHERE id = ?", row -> row.getString(1), entry.personId())
                .get(0);
        born("hôm qua");
        try {
            sql.update(
                    "UPDATE card_card SET level = 'YELLOW', level_due = '2021-01-01' WHERE entry_id IN (?, ?)",
                    entry.entryId(),
                    other.entryId());
            await(() ->
                    sql.number("SELECT COUNT(*) FROM card_card WHERE entry_id = ? AND level IS NULL", other.entryId())
                            == 1);
            await(() -> failures(faulty) == 1);
            assertThat(level()).as("nobody knows better").isEqualTo("YELLOW");
        } finally {
            born(birth);
        }
        await(() -> {
            sql.list(
                            "SELECT public_id FROM platform_failed_job WHERE job = ? AND argument = ?",
                            row -> Sql.publicId(row, "public_id"),
                            OneLevelJob.NAME,
                            String.valueOf(faulty))
                    .forEach(failed::runAgain);
            return level().equals("GREEN");
        });
        assertThat(failures(faulty)).isZero();
    }

    private void born(String birth) {
        sql.update("UPDATE person_person SET birth = ? WHERE id = ?", birth, entry.personId());
    }

    private long failures(long cardId) {
        return sql.number(
                "SELECT COUNT(*) FROM platform_failed_job WHERE job = ? AND argument = ?",
                OneLevelJob.NAME,
                String.valueOf(cardId));
    }

    /** By the sweep that follows the orders of now. */
    private boolean isSwept() {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_sweep s WHERE s.ended_at IS NOT NULL AND s.stamp = (SELECT IFNULL(SUM(id),"
                                + " 0) FROM eligibility_criteria_order WHERE kind = 'CRITERIA') AND s.id = (SELECT MAX(id) FROM"
                                + " eligibility_sweep)")
                == 1;
    }

    private void await(BooleanSupplier what) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        settle();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            settle();
        }
    }
}
