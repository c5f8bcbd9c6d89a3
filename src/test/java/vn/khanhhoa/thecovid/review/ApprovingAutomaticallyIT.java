package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.eligibility.IssueMode;
import vn.khanhhoa.thecovid.eligibility.IssueModes;
import vn.khanhhoa.thecovid.eligibility.ModeForeseen;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.TestModes;
import vn.khanhhoa.thecovid.notification.MessageKind;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Three people of a list, of whom the first two are green by the data, in a commune where the portal may decide. */
@InPortal
class ApprovingAutomaticallyIT {
    private static final String COMMUNE = "22327";
    /** No other test has anything lie there. */
    private static final String AGENCY = "SKHCN";

    @Inject
    private TestLists lists;

    @Inject
    private TestHealth health;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestModes modes;

    @Inject
    private IssueModes issueModes;

    @Inject
    private AutomaticSteps automatic;

    @Inject
    private LevelSteps levels;

    @Inject
    private GreenRules rules;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private CardQueries cards;

    @Inject
    private TestTelling telling;

    @Inject
    private TestTransaction transaction;

    @Inject
    private TestClock ahead;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private List<EntryView> entries = List.of();

    @BeforeEach
    void three_entries_of_which_two_are_green() {
        officer = lists.factory();
        entries = reading.ofList(officer, lists.submitted(officer, 3), Optional.empty(), 0, 3);
        reviewer = lists.reviewer(AGENCY);
        // What an earlier test of this class left there is not to use up what a rule lets through.
        sql.update(
                "UPDATE stafflist_entry SET reopened = TRUE WHERE agency_id = ? AND state = 'PENDING'",
                reviewer.agencyId());
        entries.forEach(entry -> lists.reroute(entry.entryId(), reviewer.agencyId()));
        criteria.inForce(criteria.area("56"));
        health.vaccinatedTwice(reviewer, entries.get(0));
        health.vaccinatedTwice(reviewer, entries.get(1));
    }

    @AfterEach
    void as_before() {
        rules.versions(lists.head(AGENCY)).stream()
                .findFirst()
                .filter(rule -> !rule.stopped())
                .ifPresent(rule -> rules.stop(lists.head(AGENCY)));
        modes.nothingOrdered();
        criteria.noneInForce();
        ahead.reset();
    }

    /** The jobs of the portal do the same at the same time. */
    private void settle() {
        boolean more = true;
        while (more) {
            more = levels.step()
                    || automatic.step(200)
                    || sql.number("SELECT COUNT(*) FROM stafflist_level_due") > 0
                    || sql.number("SELECT COUNT(*) FROM review_automatic_due WHERE due_at <= ?", clock.instant()) > 0;
        }
    }

    private EntryState state(int at) {
        return reading.own(officer, entries.get(at).id()).state();
    }

    private List<EntryState> states() {
        return List.of(state(0), state(1), state(2));
    }

    private List<PastDecision> history(int at) {
        return reviewing.history(reviewer, entries.get(at).id());
    }

    @Test
    void whom_the_data_makes_green_gets_a_card_when_the_mode_is_switched_on_and_the_others_wait() {
        settle();
        assertThat(states()).as("people decide").containsOnly(EntryState.PENDING);
        ModeForeseen before = foreseen();
        modes.automatic(COMMUNE);
        settle();

        assertThat(states()).containsExactly(EntryState.APPROVED, EntryState.APPROVED, EntryState.PENDING);
        assertThat(cards.ofEntry(entries.get(0).entryId()))
                .map(card -> card.state())
                .contains(CardState.VALID);
        assertThat(history(0)).first().satisfies(step -> {
            assertThat(step.step()).isEqualTo(Step.DECIDED);
            assertThat(step.outcome()).isEqualTo(Outcome.APPROVE);
            assertThat(step.byRule()).isEqualTo("mode 88/BCĐ #1");
            assertThat(step.decider()).isEqualTo("Cổng Thẻ Covid");
        });
        assertThat(sql.list(
                        "SELECT details FROM audit_record WHERE action = 'review.decided-by-rule' AND actor_id = 0 AND"
                                + " subject_id = ?",
                        row -> row.getString(1),
                        entries.get(0).id().toString()))
                .singleElement()
                .asString()
                .contains("rule=mode 88/BCĐ #1");
        telling.tell();
        assertThat(telling.toPersonOf(entries.get(0).entryId()))
                .extracting(MessageView::kind)
                .contains(MessageKind.PERSON_APPROVED);
        assertThat(sql.number(
                        "SELECT approved FROM notification_digest WHERE list_id = ?",
                        entries.get(0).listId()))
                .as("the list is told")
                .isEqualTo(2);
        assertThat(before.entries()).isGreaterThanOrEqualTo(3);
        assertThat(before.green()).isGreaterThanOrEqualTo(2);
        assertThat(before.rest()).isGreaterThanOrEqualTo(1);
    }

    private ModeForeseen foreseen() {
        return issueModes.foresee(
                TestModes.HEALTH, new IssueModes.Wish(COMMUNE, "", IssueMode.AUTOMATIC, clock.instant()));
    }

    @Test
    void what_is_sent_later_and_who_becomes_green_later_are_let_through_too() {
        modes.automatic(COMMUNE);
        settle();
        assertThat(state(2)).isEqualTo(EntryState.PENDING);
        health.vaccinatedTwice(reviewer, entries.get(2));
        settle();
        assertThat(state(2)).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void what_is_kept_of_a_level_is_not_believed_when_it_is_decided() {
        settle();
        health.positive(reviewer, entries.get(0));
        modes.automatic(COMMUNE);
        lists.inTransaction(() -> {
            // As if the job of levels had not come to it yet.
            automatic.found(List.of(entries.get(0).entryId()));
            return automatic.step(10_000);
        });
        settle();
        assertThat(states()).containsExactly(EntryState.PENDING, EntryState.APPROVED, EntryState.PENDING);
    }

    @Test
    void an_activity_or_a_place_for_which_people_decide_stays_with_people() {
        modes.automatic(COMMUNE);
        modes.reviewed(COMMUNE, entries.get(0).activities().get(0));
        settle();
        assertThat(states()).containsOnly(EntryState.PENDING);
        modes.nothingOrdered();
        modes.automatic("570");
        settle();
        assertThat(states()).containsOnly(EntryState.PENDING);
    }

    @Test
    void of_whom_nothing_is_known_people_decide_even_where_the_criteria_make_anybody_green() {
        sql.update(
                "UPDATE person_person SET birth = '2010-05-05' WHERE id = ?",
                entries.get(2).personId());
        sql.update(
                "INSERT IGNORE INTO stafflist_level_due (entry_id) VALUES (?)",
                entries.get(2).entryId());
        modes.automatic(COMMUNE);
        settle();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry_level WHERE entry_id = ? AND level = 'GREEN'",
                        entries.get(2).entryId()))
                .as("a child, green by its age")
                .isEqualTo(1);
        assertThat(state(2)).isEqualTo(EntryState.PENDING);
    }

    @Test
    void what_a_person_has_said_something_of_or_has_open_stays_with_people() {
        settle();
        reviewing.decide(reviewer, entries.get(0).id(), version(0), Outcome.REFUSE, "R01", "", false);
        assertThat(undoing.undo(reviewer, entries.get(0).id())).isTrue();
        claims.take(reviewer, entries.get(1).id(), Duration.ofMinutes(9));
        modes.automatic(COMMUNE);
        settle();

        assertThat(states()).containsOnly(EntryState.PENDING);
        ahead.forward(Duration.ofMinutes(11));
        settle();
        assertThat(state(0)).as("somebody was about to refuse it").isEqualTo(EntryState.PENDING);
        assertThat(state(1)).as("nobody has it open any more").isEqualTo(EntryState.APPROVED);
    }

    private int version(int at) {
        return reading.own(officer, entries.get(at).id()).version();
    }

    @Test
    void whom_the_records_name_otherwise_and_what_somebody_sent_for_another_stay_with_people() {
        sql.update(
                "UPDATE stafflist_entry SET name = 'Người Mượn Số' WHERE id = ?",
                entries.get(0).entryId());
        sql.update(
                "INSERT INTO stafflist_individual (entry_id, ticket_hash) VALUES (?, ?)",
                entries.get(1).entryId(),
                PublicId.random());
        modes.automatic(COMMUNE);
        settle();
        assertThat(states()).containsOnly(EntryState.PENDING);

        sql.update(
                "UPDATE stafflist_individual SET proved = TRUE WHERE entry_id = ?",
                entries.get(1).entryId());
        automatic.found(List.of(entries.get(1).entryId()));
        settle();
        assertThat(state(1)).as("proved by a code to the phone").isEqualTo(EntryState.APPROVED);
    }

    @Test
    void of_whom_something_was_refused_people_decide_whatever_is_sent_anew() {
        settle();
        reviewing.decide(reviewer, entries.get(2).id(), version(2), Outcome.REFUSE, "R01", "", false);
        sql.update(
                "UPDATE stafflist_entry SET person_id = ? WHERE id = ?",
                entries.get(0).personId(),
                entries.get(2).entryId());
        modes.automatic(COMMUNE);
        settle();
        assertThat(state(0)).isEqualTo(EntryState.PENDING);
        assertThat(state(1)).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void a_suspension_is_not_washed_off_by_leaving() {
        modes.automatic(COMMUNE);
        settle();
        sql.update(
                "UPDATE card_card SET person_id = ?, state = 'REVOKED', state_reason = ? WHERE entry_id = ?",
                entries.get(2).personId(),
                Texts.get(Texts.VIETNAMESE, "card.reason.left"),
                entries.get(0).entryId());
        sql.update(
                "INSERT INTO card_event (id, card_id, state, reason, actor_id, at) SELECT NEXT VALUE FOR card_seq, id,"
                        + " 'SUSPENDED', 'mượn thẻ', 7, ? FROM card_card WHERE entry_id = ?",
                clock.instant(),
                entries.get(0).entryId());
        health.vaccinatedTwice(reviewer, entries.get(2));
        settle();
        assertThat(state(2)).isEqualTo(EntryState.PENDING);
    }

    @Test
    void whose_card_an_officer_stopped_gets_none_by_a_rule() {
        modes.automatic(COMMUNE);
        settle();
        sql.update(
                "UPDATE card_card SET person_id = ?, state = 'SUSPENDED', state_reason = 'mượn thẻ' WHERE entry_id = ?",
                entries.get(2).personId(),
                entries.get(0).entryId());
        health.vaccinatedTwice(reviewer, entries.get(2));
        settle();
        assertThat(state(2)).isEqualTo(EntryState.PENDING);
    }

    @Test
    void a_step_that_dies_leaves_everything_as_it_was_and_the_next_one_does_it_once() {
        List<EntryView> two = entries.subList(0, 2);
        settle();
        // All at once and rolled back: the portal's own job sees nothing of it.
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.call(() -> {
                    modes.automatic(COMMUNE);
                    automatic.found(two.stream().map(EntryView::entryId).toList());
                    automatic.step(10_000);
                    throw new IllegalStateException("killed");
                }));
        assertThat(states()).containsOnly(EntryState.PENDING);
        assertThat(history(0)).isEmpty();

        modes.automatic(COMMUNE);
        settle();
        settle();
        for (EntryView each : two) {
            assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE entry_id = ?", each.entryId()))
                    .isEqualTo(1);
            assertThat(sql.number("SELECT COUNT(*) FROM review_decision WHERE entry_id = ?", each.entryId()))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_agency_lets_green_ones_through_by_its_own_rule_up_to_its_limit_and_stops_it_at_once() {
        Actor head = lists.head(AGENCY);
        int passed = rules.today(head);
        rules.set(head, Set.of(), passed + 1, 0, last(head));
        settle();
        assertThat(approved()).as("one today").hasSize(1);
        assertThat(history(approved().get(0)))
                .first()
                .satisfies(step -> assertThat(step.byRule()).isEqualTo("green #" + last(head)));
        assertThat(rules.today(head)).isEqualTo(passed + 1);

        rules.stop(head);
        ahead.forward(Duration.ofDays(1));
        settle();
        assertThat(approved()).as("stopped").hasSize(1);
        rules.set(head, Set.of(), 100, 0, last(head));
        settle();
        assertThat(approved()).hasSize(2);
        assertThat(state(2)).isEqualTo(EntryState.PENDING);
    }

    private int last(Actor head) {
        return rules.versions(head).stream()
                .findFirst()
                .map(GreenRules.Rule::number)
                .orElse(0);
    }

    private List<Integer> approved() {
        List<Integer> approved = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (state(i) == EntryState.APPROVED) {
                approved.add(i);
            }
        }
        return approved;
    }

    @Test
    void the_sample_of_an_agencys_rule_and_other_activities_stay_with_reviewers() {
        Actor head = lists.head(AGENCY);
        rules.set(head, Set.of(), 1_000, 100, last(head));
        settle();
        assertThat(approved()).as("all of them are drawn").isEmpty();
        rules.set(head, Set.of("CHO"), 1_000, 0, last(head));
        settle();
        assertThat(approved()).as("for another activity").isEmpty();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.set(head, Set.of("KHONG"), 10, 0, 0));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.set(head, Set.of(), 0, 0, 0));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.set(head, Set.of(), 10, 101, 0));
        assertThatExceptionOfType(RuntimeException.class)
                .as("a number that nobody has seen")
                .isThrownBy(() -> rules.set(head, Set.of(), 10, 0, 1_000_000));
    }

    @Test
    void a_rule_is_a_heads_own_and_another_agencys_is_not_touched() {
        Actor head = lists.head(AGENCY);
        rules.set(head, Set.of(), 5, 0, last(head));
        assertThat(rules.versions(lists.head("SXD"))).noneMatch(rule -> rule.agencyId() == head.agencyId());
        for (Role role : List.of(Role.REVIEWER, Role.HEALTH_OFFICER, Role.ORGANISATION_OFFICER)) {
            Actor other = new Actor(9, "Người khác", role, 1, head.agencyId());
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.stop(other));
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.set(other, Set.of(), 5, 0, 0));
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rules.versions(other));
        }
        assertThat(LocalDate.now(clock)).isNotNull();
    }

    /** Another list's entry cannot be named by a guessed id: nothing of this is asked by id from outside. */
    @Test
    void a_proposal_is_agreed_to_by_its_id_alone_and_only_by_who_may() {
        Actor head = lists.head(AGENCY);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> issueModes.agree(head, PublicId.random(), 0))
                .extracting(RuleViolation::code)
                .isEqualTo("access.not-permitted");
    }
}
