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
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class StandingInForTheAbsentIT {
    private static final Duration TIME = Duration.ofHours(2);

    @Inject
    private TestLists lists;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private Delegations delegations;

    @Inject
    private DeskSettings settings;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Reopening reopening;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void what_the_absent_one_has_and_is_given_comes_to_who_stands_in() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor absent = lists.reviewer("SCT");
        Actor standIn = lists.reviewer("SCT");
        claims.take(absent, all.get(0).id(), TIME);

        delegations.delegate(absent, desk.idOf(absent), desk.idOf(standIn), today(), today().plusDays(3));
        assertThat(holder(standIn, all.get(0))).isEqualTo(standIn.accountId());
        claims.take(absent, all.get(1).id(), TIME);
        delegations.passOn(Actor.PORTAL);

        assertThat(holder(standIn, all.get(1))).isEqualTo(standIn.accountId());
        assertThat(desk.toldTo(standIn)).contains("review.delegation-told");
        assertThat(desk.toldTo(absent)).doesNotContain("review.delegation-told");
        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE subject_kind = 'delegation' AND actor_id = ?",
                        row -> row.getString(1),
                        absent.accountId()))
                .containsExactly("review.delegated");
    }

    @Test
    void to_who_stands_in_the_absent_ones_own_entries_are_closed_as_well() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor absent = lists.reviewer("SCT");
        Actor standIn = lists.reviewer("SCT");
        sql.update(
                "UPDATE stafflist_entry SET submitted_by = ? WHERE id = ?",
                absent.accountId(),
                all.get(0).entryId());
        decide(absent, all.get(1), Outcome.REFUSE, "R01");
        reopening.reopen(
                lists.head("SCT"),
                all.get(1).id(),
                reading.own(officer, all.get(1).id()).version(),
                "Xem lại");
        PublicId delegation =
                delegations.delegate(absent, desk.idOf(absent), desk.idOf(standIn), today(), today().plusDays(1));

        assertRefused("stafflist.stands-in", () -> decide(standIn, all.get(0), Outcome.APPROVE, ""));
        assertRefused("stafflist.stands-in", () -> decide(standIn, all.get(1), Outcome.APPROVE, ""));
        assertThat(claims.next(standIn, of(officer), TIME, Optional.empty(), delegations.standsInFor(standIn)))
                .contains(all.get(2).id());
        PublicId foreseen = testBulk.foresee(standIn, of(officer), Outcome.APPROVE, "", true);
        assertThat(bulk.progress(standIn, foreseen).groups())
                .contains(new BulkDecisions.Group("stafflist.stands-in", 2));

        delegations.end(standIn, delegation);
        assertThat(decide(standIn, all.get(0), Outcome.APPROVE, "")).isEqualTo(Why.ALONE);
    }

    @Test
    void it_is_ended_early_by_either_or_by_the_head_and_by_nobody_else() {
        Actor absent = lists.reviewer("SCT");
        Actor standIn = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        for (Actor ender : List.of(absent, standIn, head)) {
            PublicId delegation =
                    delegations.delegate(absent, desk.idOf(absent), desk.idOf(standIn), today(), today().plusDays(1));
            assertGone(() -> delegations.end(lists.reviewer("SCT"), delegation));
            assertGone(() -> delegations.end(lists.head("SXD"), delegation));
            assertThat(delegations.standsInFor(standIn)).containsExactly(absent.accountId());
            delegations.end(ender, delegation);
            assertThat(delegations.standsInFor(standIn)).isEmpty();
            assertGone(() -> delegations.end(ender, delegation));
        }
    }

    @Test
    void it_begins_and_ends_by_itself() {
        Actor absent = lists.reviewer("SCT");
        Actor standIn = lists.reviewer("SCT");
        PublicId delegation = delegations.delegate(
                absent, desk.idOf(absent), desk.idOf(standIn), today().plusDays(1), today().plusDays(2));

        assertThat(delegations.standsInFor(standIn)).isEmpty();
        move(delegation, today(), today());
        assertThat(delegations.standsInFor(standIn)).containsExactly(absent.accountId());
        move(delegation, today().minusDays(2), today().minusDays(1));
        assertThat(delegations.standsInFor(standIn)).isEmpty();
        assertThat(delegations.of(absent)).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        Actor three = lists.reviewer("SCT");
        LocalDate day = today();

        assertRefused(
                "review.delegation-self", () -> delegations.delegate(one, desk.idOf(one), desk.idOf(one), day, day));
        assertRefused(
                "review.mandate-days",
                () -> delegations.delegate(one, desk.idOf(one), desk.idOf(two), day, day.minusDays(1)));
        assertRefused(
                "review.days-past",
                () -> delegations.delegate(one, desk.idOf(one), desk.idOf(two), day.minusDays(1), day));
        assertRefused(
                "review.days-long",
                () -> delegations.delegate(one, desk.idOf(one), desk.idOf(two), day, day.plusDays(91)));
        assertGone(() -> delegations.delegate(one, desk.idOf(two), desk.idOf(one), day, day));
        assertGone(() -> delegations.delegate(one, desk.idOf(one), desk.idOf(lists.reviewer("SXD")), day, day));
        delegations.delegate(lists.head("SCT"), desk.idOf(one), desk.idOf(two), day, day.plusDays(2));
        assertRefused(
                "review.delegation-overlaps",
                () -> delegations.delegate(two, desk.idOf(two), desk.idOf(three), day, day));
        assertRefused(
                "review.delegation-overlaps",
                () -> delegations.delegate(three, desk.idOf(three), desk.idOf(one), day, day));
    }

    @Test
    void a_mandate_is_for_its_days_its_officer_and_its_forms() {
        Actor head = lists.head("STTTT");
        Actor reviewer = lists.reviewer("STTTT");
        sql.update("DELETE FROM review_mandate WHERE agency_id = ?", head.agencyId());
        LocalDate day = today();
        assertRefused(
                "review.mandate-document-date",
                () -> settings.grant(head, null, "7/QĐ", day.plusDays(1), day, null, Set.of()));
        assertRefused(
                "review.mandate-form-unknown",
                () -> settings.grant(head, null, "7/QĐ", day, day, null, Set.of("M01", "M99")));

        settings.grant(head, desk.idOf(reviewer), "7/QĐ-STTTT", day, day, day, Set.of("M04"));
        assertThat(settings.decidesAlone(reviewer, "M04")).isTrue();
        assertThat(settings.decidesAlone(reviewer, "M01")).isFalse();
        assertThat(settings.decidesAlone(lists.member(head.agencyId(), reviewer.role(), "Khác"), "M04"))
                .isFalse();
        settings.end(head, settings.mandates(head).get(0).id());
        Mandate ended = settings.mandates(head).get(0);
        assertThat(ended.hasEnded(day)).isTrue();
        assertThat(ended.endedAt()).as("today").isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertThat(ended.validTo()).as("as it was granted").isEqualTo(day);
        assertGone(() -> settings.end(head, ended.id()));
        assertThat(settings.decidesAlone(reviewer, "M04")).isFalse();
        assertRefused("review.mandate-ran-out", () -> settings.requireAlone(reviewer, "M04"));
    }

    @Test
    void a_mandate_that_runs_out_in_the_middle_of_a_bulk_leaves_the_rest_as_proposals() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 4));
        Actor reviewer = lists.reviewer("STTTT");
        sql.update("DELETE FROM review_mandate WHERE agency_id = ?", reviewer.agencyId());
        all.forEach(entry -> lists.reroute(entry.entryId(), reviewer.agencyId()));
        Actor head = lists.head("STTTT");
        settings.grant(head, null, "8/QĐ-STTTT", today(), today(), null, Set.of());
        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);
        assertThat(bulk.progress(reviewer, id).groups()).containsExactly(new BulkDecisions.Group("ALONE", 4));

        testBulk.begin(reviewer, id);
        testBulk.step(id, 1);
        settings.end(head, settings.mandates(head).get(0).id());
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group("NO_MANDATE", 3));
        assertThat(bulk.progress(reviewer, id).proposed()).isEqualTo(3);
    }

    private void move(PublicId delegation, LocalDate from, LocalDate to) {
        sql.update(
                "UPDATE review_delegation SET valid_from = ?, valid_to = ? WHERE public_id = ?", from, to, delegation);
    }

    private long holder(Actor actor, EntryView entry) {
        return claims.holder(actor, entry.id()).orElseThrow().accountId();
    }

    private Why decide(Actor reviewer, EntryView entry, Outcome outcome, String reason) {
        int version = reading.forReview(reviewer, entry.id()).version();
        return reviewing
                .decide(reviewer, entry.id(), version, outcome, reason, "", true)
                .why();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }
}
