package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class PassingAListOnIT {
    private static final String REASON = "Không thuộc thẩm quyền";

    @Inject
    private TestLists lists;

    @Inject
    private ListForwarding forwarding;

    @Inject
    private ListForwardingJob job;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private List<EntryView> all = List.of();

    @BeforeEach
    void a_list_of_five_at_the_wrong_desk() {
        officer = lists.factory();
        all = reading.ofList(officer, lists.submitted(officer, 5), Optional.empty(), 0, 10);
        reviewer = lists.reviewer("SCT");
    }

    @Test
    void what_waits_goes_step_by_step_and_what_has_to_stay_is_named() {
        EntryView held = all.get(1);
        EntryView oft = all.get(3);
        claims.take(lists.reviewer("SCT"), held.id(), Duration.ofMinutes(10));
        claims.take(reviewer, all.get(0).id(), Duration.ofMinutes(10));
        sql.update("UPDATE stafflist_entry SET forwards = ? WHERE id = ?", EntryForwarding.MOST, oft.entryId());
        PublicId id = begin();

        assertThat(onTrail("review.forwarding-begun")).isEqualTo(1);
        forwarding.step(Actor.PORTAL, number(id), 2);
        assertThat(onTrail("review.forwarded")).as("of each step").isEqualTo(1);
        assertThat(forwarding.progress(reviewer, id).isRunning()).isTrue();
        assertThat(agencies())
                .as("of two, at most")
                .filteredOn(this::isElsewhere)
                .hasSizeBetween(1, 2);
        job.run(String.valueOf(number(id)));

        ListForwarding.Progress done = forwarding.progress(reviewer, id);
        assertThat(done.finished()).isTrue();
        assertThat(done.moved()).isEqualTo(3);
        assertThat(done.stopped()).isEmpty();
        assertThat(forwarding.left(reviewer, id, 0, 10))
                .containsExactlyInAnyOrder(
                        new ListForwarding.Left(held.id(), held.name(), "stafflist.held-by-another"),
                        new ListForwarding.Left(oft.id(), oft.name(), "stafflist.forwarded-enough"));
        assertThat(agencies()).filteredOn(this::isElsewhere).hasSize(3);
        Actor there = lists.reviewer("SXD");
        assertThat(reviewing.history(there, all.get(0).id())).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(Step.FORWARDED);
            assertThat(step.reasonText()).isEqualTo(REASON);
        });
        assertThat(onTrail("review.forwarded")).isEqualTo(2);
        assertThat(onTrail("review.forwarding-ended")).isEqualTo(1);
        assertGone(() -> forwarding.progress(there, id));
        assertThat(forwarding.left(there, id, 0, 10)).isEmpty();
    }

    @Test
    void other_lists_and_what_comes_later_stay() {
        EntryView other = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 10)
                .get(0);
        PublicId id = begin();
        sql.update(
                "UPDATE stafflist_entry SET submitted_at = submitted_at + INTERVAL 1 DAY WHERE id = ?",
                all.get(4).entryId());

        job.run(String.valueOf(number(id)));

        assertThat(forwarding.progress(reviewer, id).moved()).isEqualTo(4);
        assertThat(reading.forReview(reviewer, other.id()).entryId()).isEqualTo(other.entryId());
    }

    @Test
    void whoever_loses_the_right_meanwhile_passes_nothing_on() {
        PublicId id = begin();
        sql.update("UPDATE access_account SET state = 'DISABLED' WHERE id = ?", reviewer.accountId());

        job.run(String.valueOf(number(id)));

        assertThat(forwarding.progress(reviewer, id).stopped()).contains("review.right-lost");
        assertThat(agencies()).noneMatch(this::isElsewhere);
    }

    @Test
    void without_a_reason_or_with_nothing_in_the_queue_it_does_not_begin() {
        PublicId entry = all.get(0).id();
        assertRefused("review.forward-reason-missing", () -> forwarding.begin(reviewer, entry, there(), " "));
        assertGone(() -> forwarding.begin(lists.reviewer("SXD"), entry, there(), REASON));
        sql.update("UPDATE stafflist_entry SET stage = 'HELD' WHERE organisation_id = ?", officer.organisationId());
        assertRefused("review.nothing-matches", () -> forwarding.begin(reviewer, entry, there(), REASON));
        sql.update("UPDATE stafflist_entry SET stage = 'OPEN' WHERE organisation_id = ?", officer.organisationId());
    }

    /** Without leaving it to the scheduler. */
    private PublicId begin() {
        return lists.inTransaction(() -> {
            PublicId id = forwarding.begin(reviewer, all.get(0).id(), there(), REASON);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", ListForwardingJob.NAME);
            return id;
        });
    }

    private long onTrail(String action) {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = ? AND subject_id = ?",
                action,
                all.get(0).id().toString());
    }

    private long number(PublicId id) {
        return sql.number("SELECT id FROM review_forwarding WHERE public_id = ?", id);
    }

    private PublicId there() {
        return catalogue.agencyByCode("SXD", LocalDate.now(clock)).orElseThrow().publicId();
    }

    private List<Long> agencies() {
        return sql.list(
                "SELECT agency_id FROM stafflist_entry WHERE organisation_id = ?",
                row -> row.getLong(1),
                officer.organisationId());
    }

    private boolean isElsewhere(long agencyId) {
        return agencyId != reviewer.agencyId();
    }
}
