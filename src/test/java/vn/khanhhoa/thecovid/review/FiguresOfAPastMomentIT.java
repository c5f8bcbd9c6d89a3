package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class FiguresOfAPastMomentIT {
    /** Where no other test decides anything. */
    private static final String AGENCY = "SDL";

    private static final int ALL = 100_000;

    @Inject
    private TestLists lists;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Reopening reopening;

    @Inject
    private Forwarding forwarding;

    @Inject
    private CallingBack callingBack;

    @Inject
    private TestDesk desk;

    @Inject
    private EntryReading reading;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Figures figures;

    @Inject
    private TestClock time;

    @Resource
    private ManagedExecutorService others;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private Actor head = Actor.VISITOR;
    private List<EntryView> entries = List.of();

    @BeforeEach
    void a_list_at_an_agency() {
        officer = lists.factory();
        reviewer = lists.reviewer(AGENCY);
        head = lists.head(AGENCY);
        PublicId list = lists.submitted(officer, 4);
        entries = reading.ofList(officer, list, Optional.empty(), 0, 10);
        entries.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
    }

    @AfterEach
    void the_clock_is_right_again() {
        time.reset();
    }

    @Test
    void what_happens_later_does_not_change_what_had_been_decided_by_then() {
        decide(0, Outcome.APPROVE, "");
        decide(1, Outcome.REFUSE, "R01");
        Instant then = settled();
        List<Figures.Line> figuresThen = figures.totals(head, then);

        decide(2, Outcome.RETURN, "R03");
        reopening.reopen(head, entries.get(0).id(), version(0), "Nhầm người");
        decide(0, Outcome.REFUSE, "R01");
        Instant now = settled();

        assertThat(figures.totals(head, then)).isEqualTo(figuresThen);
        assertThat(sum(figures.totals(head, now), Outcome.REFUSE)).isEqualTo(sum(figuresThen, Outcome.REFUSE) + 1);
        assertThat(sum(figures.totals(head, now), Outcome.RETURN)).isEqualTo(sum(figuresThen, Outcome.RETURN) + 1);
        assertThat(figures.totals(head, now).stream()
                        .mapToLong(Figures.Line::entries)
                        .sum())
                .as("hours add up to the total")
                .isEqualTo(figures.hours(head, now, Instant.EPOCH).stream()
                        .mapToLong(Figures.Line::entries)
                        .sum());
    }

    @Test
    void what_was_called_back_was_not_passed_on() {
        Instant before = settled();
        PublicId act = forwarding.forward(
                reviewer, entries.get(3).id(), version(3), desk.agency("SXD"), "Không thuộc thẩm quyền");
        Instant then = settled();
        assertThat(passedOn(then)).isEqualTo(passedOn(before) + 1);

        callingBack.callBack(reviewer, act, "Chuyển nhầm");

        Instant now = settled();
        assertThat(passedOn(now)).isEqualTo(passedOn(before));
        assertThat(passedOn(then)).as("as it was then").isEqualTo(passedOn(before) + 1);
        assertThat(figures.totals(head, now).stream()
                        .filter(line -> line.about().equals("R05"))
                        .mapToLong(Figures.Line::passedOn)
                        .sum())
                .as("by reasons")
                .isEqualTo(passedOn(now));
    }

    private long passedOn(Instant moment) {
        return figures.totals(head, moment).stream()
                .mapToLong(Figures.Line::passedOn)
                .sum();
    }

    @Test
    void a_count_that_is_stored_late_belongs_to_a_later_moment() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<Boolean> slow = others.submit(() -> lists.inTransaction(() -> {
            decide(0, Outcome.APPROVE, "");
            written.countDown();
            return asked.await(1, TimeUnit.MINUTES);
        }));
        assertThat(written.await(1, TimeUnit.MINUTES)).isTrue();
        Instant then = settled();
        List<Figures.Line> before = figures.totals(head, then);

        asked.countDown();
        assertThat(slow.get(1, TimeUnit.MINUTES)).isTrue();
        Instant now = settled();

        assertThat(figures.totals(head, then)).isEqualTo(before);
        assertThat(sum(figures.totals(head, now), Outcome.APPROVE)).isGreaterThan(sum(before, Outcome.APPROVE));
    }

    @Test
    void a_clock_that_is_put_back_changes_no_past_figures() {
        time.forward(Duration.ofHours(2));
        decide(0, Outcome.APPROVE, "");
        Instant then = settled();
        List<Figures.Line> before = figures.totals(head, then);

        time.reset();
        decide(1, Outcome.APPROVE, "");
        Instant now = settled();

        assertThat(now).isAfter(then);
        assertThat(figures.totals(head, then)).isEqualTo(before);
    }

    @Test
    void what_is_not_settled_yet_is_not_told() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> figures.totals(
                        head, figures.latest(head).plusSeconds(3_600).plus(Duration.ofDays(1))))
                .extracting(RuleViolation::code)
                .isEqualTo("review.cutoff-ahead");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> figures.totals(reviewer, Instant.EPOCH))
                .extracting(RuleViolation::code)
                .isEqualTo("access.not-permitted");
    }

    @Test
    void a_head_sees_their_agency_and_the_task_force_sees_all() {
        decide(0, Outcome.APPROVE, "");
        Instant now = settled();

        assertThat(figures.totals(head, now)).extracting(Figures.Line::agencyId).containsOnly(head.agencyId());
        assertThat(figures.totals(lists.head("SXD"), now))
                .extracting(Figures.Line::agencyId)
                .doesNotContain(head.agencyId());
        assertThat(figures.totals(lists.head(Forwarding.TRIAGE), now))
                .extracting(Figures.Line::agencyId)
                .contains(head.agencyId());
    }

    private Instant settled() {
        counts.close(ALL);
        return figures.latest(head);
    }

    private static long sum(List<Figures.Line> lines, Outcome outcome) {
        return lines.stream()
                .filter(line -> line.outcome() == outcome)
                .mapToLong(Figures.Line::entries)
                .sum();
    }

    private void decide(int which, Outcome outcome, String reason) {
        Actor judge = lists.reviewer(AGENCY);
        reviewing.decide(judge, entries.get(which).id(), version(which), outcome, reason, "", true);
    }

    private int version(int which) {
        return reading.own(officer, entries.get(which).id()).version();
    }
}
