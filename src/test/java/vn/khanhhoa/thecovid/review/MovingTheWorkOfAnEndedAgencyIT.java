package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class MovingTheWorkOfAnEndedAgencyIT {
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;

    @Inject
    private TestRouting rules;

    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Rerouting rerouting;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private String code = "";
    private PublicId agency = PublicId.random();
    private long number;
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void an_agency_whose_work_goes_by_sector_when_it_is_gone() {
        code = "K" + TestLists.fresh();
        agency = rules.agency(code);
        rules.rule(code, code, 8, false);
        today = LocalDate.now(clock);
        number = catalogue.agencyByCode(code, today).orElseThrow().id();
    }

    @Test
    void open_entries_go_by_sector_with_their_history_and_the_applicants_clock_runs_on() {
        Actor officer = officer("CONFIRMED");
        EntryView entry = entries(officer, 1).get(0);
        Instant promised = time(entry, "promised_at");
        Instant submitted = time(entry, "submitted_at");
        Actor successor = lists.reviewer("SCT");
        claims.take(lists.reviewer(code), entry.id(), Duration.ofMinutes(10));
        sql.update("UPDATE stafflist_entry SET forwards = 1 WHERE id = ?", entry.entryId());

        run(begin());

        assertThat(sql.number("SELECT agency_id FROM stafflist_entry WHERE id = ?", entry.entryId()))
                .isEqualTo(successor.agencyId());
        assertThat(sql.number("SELECT forwards FROM stafflist_entry WHERE id = ?", entry.entryId()))
                .as("it lies where the rules sent it, not where somebody passed it on to")
                .isZero();
        assertThat(time(entry, "promised_at")).isEqualTo(promised);
        assertThat(time(entry, "submitted_at")).isEqualTo(submitted);
        assertThat(Duration.between(time(entry, "arrived_at"), time(entry, "due_at")))
                .as("the time of the agency that gets it")
                .isEqualTo(Duration.ofHours(24));
        assertThat(claims.holder(successor, entry.id())).isEmpty();
        assertThat(reviewing.history(successor, entry.id())).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(Step.REROUTED);
            assertThat(step.agencyId()).isEqualTo(number);
            assertThat(step.toAgencyId()).isEqualTo(successor.agencyId());
        });
        assertThat(told(successor)).contains("review.rerouted-here");
        reviewing.decide(
                successor,
                entry.id(),
                reading.forReview(successor, entry.id()).version(),
                Outcome.APPROVE,
                "",
                "",
                true);
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void what_was_proposed_waits_again_and_what_is_decided_takes_effect_first() {
        Actor officer = officer("CONFIRMED");
        List<EntryView> two = entries(officer, 2);
        Actor proposing = lists.member(number, Role.REVIEWER, "Lê Thị Đề Xuất");
        later(proposing, two.get(0));
        Actor deciding = lists.reviewer(code);
        later(deciding, two.get(1));
        assertThat(reading.desk(proposing, two.get(0).id()).stage()).isEqualTo(Stage.PROPOSED);
        PublicId run = begin();

        run(run);
        assertThat(rerouting.progress(ADMINISTRATOR, agency).orElseThrow().finished())
                .as("one can still be undone")
                .isFalse();
        desk.windowsClose(two.get(1).entryId());
        run(run);

        Actor successor = lists.reviewer("SCT");
        assertThat(reading.desk(successor, two.get(0).id()).stage()).isEqualTo(Stage.OPEN);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM review_pending WHERE entry_id = ?",
                        two.get(0).entryId()))
                .isZero();
        assertThat(reading.own(officer, two.get(1).id()).state()).isEqualTo(EntryState.APPROVED);
        Rerouting.Progress progress = rerouting.progress(ADMINISTRATOR, agency).orElseThrow();
        assertThat(progress.finished()).isTrue();
        assertThat(progress.released()).isEqualTo(1);
        assertThat(progress.moved()).isEqualTo(1);
    }

    @Test
    void stopped_in_the_middle_it_goes_on_and_moves_each_entry_once() {
        Actor officer = officer("CONFIRMED");
        List<EntryView> some = entries(officer, 5);
        PublicId run = begin();
        rerouting.step(Actor.PORTAL, id(run), 2);
        assertThat(rerouting.progress(ADMINISTRATOR, agency).orElseThrow().moved())
                .isEqualTo(2);

        run(run);
        run(run);

        assertThat(rerouting.progress(ADMINISTRATOR, agency).orElseThrow().parts())
                .containsExactly(new Rerouting.Part(lists.reviewer("SCT").agencyId(), 5, 0));
        assertThat(some)
                .allSatisfy(entry -> assertThat(
                                sql.number("SELECT COUNT(*) FROM review_decision WHERE entry_id = ?", entry.entryId()))
                        .isEqualTo(1));
        assertThat(rerouting.ending(ADMINISTRATOR, agency).entries()).isZero();
    }

    @Test
    void registrations_that_wait_there_and_entries_that_wait_for_them_go_too() {
        Actor officer = officer("SUBMITTED");
        sql.update(
                "UPDATE registry_registration SET agency_id = ?, rule_id = 1, submitted_at = ? WHERE organisation_id = ?",
                number,
                clock.instant(),
                officer.organisationId());
        EntryView waiting = entries(officer, 1).get(0);
        assertThat(waiting.state()).isEqualTo(EntryState.WAITING);
        long successor = lists.reviewer("SCT").agencyId();

        run(begin());

        assertThat(sql.number("SELECT agency_id FROM stafflist_entry WHERE id = ?", waiting.entryId()))
                .isEqualTo(successor);
        assertThat(sql.number(
                        "SELECT agency_id FROM registry_registration WHERE organisation_id = ?",
                        officer.organisationId()))
                .isEqualTo(successor);
        assertThat(rerouting.progress(ADMINISTRATOR, agency).orElseThrow().parts())
                .containsExactly(new Rerouting.Part(successor, 1, 1));
    }

    @Test
    void nothing_is_moved_from_an_agency_that_goes_on() {
        entries(officer("CONFIRMED"), 1);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rerouting.begin(ADMINISTRATOR, agency))
                .extracting(RuleViolation::code)
                .isEqualTo("review.agency-goes-on");
        PublicId run = begin();
        rules.ends(code, today.plusDays(1));
        run(run);

        Rerouting.Progress progress = rerouting.progress(ADMINISTRATOR, agency).orElseThrow();
        assertThat(progress.calledOff()).isTrue();
        assertThat(progress.moved()).isZero();
        assertThat(rerouting.ending(ADMINISTRATOR, agency).entries()).isEqualTo(1);
    }

    @Test
    void an_agency_that_has_ended_and_still_has_work_is_named_and_begun_twice_it_runs_once() {
        entries(officer("CONFIRMED"), 1);
        begin();
        lists.inTransaction(() -> {
            rerouting.begin(ADMINISTRATOR, agency);
            return agency;
        });

        assertThat(rerouting.left(ADMINISTRATOR))
                .filteredOn(each -> each.id().equals(agency))
                .singleElement()
                .satisfies(each -> assertThat(each.entries()).isEqualTo(1));
        assertThat(sql.number("SELECT COUNT(*) FROM review_rerouting WHERE agency_id = ?", number))
                .isEqualTo(1);
    }

    /** Its last day was yesterday; the job is not left to the scheduler. */
    private PublicId begin() {
        rules.ends(code, today.minusDays(1));
        return lists.inTransaction(() -> {
            rerouting.begin(ADMINISTRATOR, agency);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", ReroutingJob.NAME);
            return sql.list(
                            "SELECT public_id FROM review_rerouting WHERE agency_id = ?",
                            row -> Sql.publicId(row, "public_id"),
                            number)
                    .get(0);
        });
    }

    private long id(PublicId run) {
        return sql.number("SELECT id FROM review_rerouting WHERE public_id = ?", run);
    }

    private void run(PublicId run) {
        while (rerouting.step(Actor.PORTAL, id(run), 2) == Rerouting.Left.MORE) {
            Thread.yield();
        }
    }

    private Actor officer(String registration) {
        Actor officer = lists.organisation(code, "TAX_CODE", TestLists.fresh(), registration);
        lists.workplace(officer, "Nhà máy", "22327", "");
        return officer;
    }

    private List<EntryView> entries(Actor officer, int count) {
        return reading.ofList(officer, lists.submitted(officer, count), Optional.empty(), 0, count);
    }

    private void later(Actor reviewer, EntryView entry) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", false);
    }

    private List<String> told(Actor actor) {
        return sql.list(
                "SELECT kind FROM notification_inbox WHERE account_id = ?", row -> row.getString(1), actor.accountId());
    }

    private Instant time(EntryView entry, String column) {
        return sql.list(
                        "SELECT " + column + " FROM stafflist_entry WHERE id = ?",
                        row -> Objects.requireNonNull(Sql.instant(row, column)),
                        entry.entryId())
                .get(0);
    }
}
