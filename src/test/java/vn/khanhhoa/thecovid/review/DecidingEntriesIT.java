package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class DecidingEntriesIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private TestRouting routing;

    @Inject
    private TestBulk testBulk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Amendments amendments;

    @Test
    void a_decision_stands_with_its_reason_and_its_history() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 2)).get(0);
        Actor reviewer = lists.reviewer("SCT");

        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R01", "Không thuộc diện", true);

        EntryView refused = reading.own(officer, entry.id());
        assertThat(refused.state()).isEqualTo(EntryState.REFUSED);
        assertThat(refused.reasonCode()).isEqualTo("R01");
        assertThat(reviewing.history(reviewer, entry.id()))
                .singleElement()
                .extracting(PastDecision::outcome)
                .isEqualTo(Outcome.REFUSE);
    }

    @Test
    void who_submitted_an_entry_never_decides_it() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        Actor same = as(lists.reviewer("SCT"), officer.accountId());

        assertRefused("stafflist.four-eyes", () -> approve(same, entry));
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING);
    }

    @Test
    void an_agency_decides_on_its_own_people_only_where_a_rule_allows_it() {
        Actor enterpriseOfTheAgency = lists.organisation("DN", "AGENCY_CODE", "SCT", "CONFIRMED");
        lists.workplace(enterpriseOfTheAgency, "Trung tâm", "22327", "");
        EntryView elsewhere = entries(enterpriseOfTheAgency, lists.submitted(enterpriseOfTheAgency, 1))
                .get(0);
        Actor authority = lists.organisation("CQNN", "AGENCY_CODE", "SXD", "CONFIRMED");
        lists.workplace(authority, "Trụ sở", "22327", "");
        EntryView allowed = entries(authority, lists.submitted(authority, 1)).get(0);

        approve(lists.reviewer("SXD"), allowed);

        assertThat(elsewhere.agencyId()).isNotEqualTo(lists.reviewer("SCT").agencyId());

        assertThat(reading.own(authority, allowed.id()).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void an_agency_that_only_later_proves_to_be_the_organisation_itself_decides_nothing_either() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);

        lists.isReally(officer, "STTTT");
        Actor reviewer = lists.reviewer("STTTT");
        lists.reroute(entry.entryId(), reviewer.agencyId());

        assertRefused("stafflist.own-people", () -> approve(reviewer, entry));
    }

    @Test
    void an_agency_that_has_its_own_people_back_decides_as_the_rule_allowed_before() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        Actor reviewer = lists.reviewer(code);
        lists.isReally(officer, code);
        lists.reroute(entry.entryId(), reviewer.agencyId());
        sql.update("UPDATE stafflist_entry SET own_people = TRUE WHERE id = ?", entry.entryId());

        desk.forward(reviewer, entry, "SCT");
        desk.forward(lists.reviewer("SCT"), entry, code);

        approve(reviewer, reading.own(officer, entry.id()));
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void an_entry_of_another_agency_does_not_exist() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> approve(lists.reviewer("SXD"), entry));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.look(lists.reviewer("SXD"), entry.id()));
    }

    @Test
    void whoever_decides_sees_that_another_agency_has_approved_the_same_person() {
        Actor first = lists.factory();
        ListFiles people = lists.people(first, 1, 0);
        EntryView approved = entries(first, submitted(first, people)).get(0);
        Actor reviewer = lists.reviewer("SCT");
        approve(reviewer, approved);
        Actor second = lists.factory();
        EntryView entry = entries(second, submitted(second, people)).get(0);
        Actor other = lists.reviewer("SXD");
        lists.reroute(entry.entryId(), other.agencyId());

        assertThat(reviewing.elsewhere(other, reading.forReview(other, entry.id())))
                .containsExactly(new EntryReading.Elsewhere(reviewer.agencyId(), approved.validTo()));
        assertThat(reviewing.elsewhere(reviewer, approved)).isEmpty();
    }

    @Test
    void the_birth_year_that_the_portal_knows_is_told_to_reviewers_only() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);

        assertThat(amendments.knownBirthYear(lists.reviewer("SCT"), entry)).isEqualTo(entry.birthYear());
        assertRefused("access.not-permitted", () -> amendments.knownBirthYear(officer, entry));
    }

    @Test
    void two_reviewers_cannot_overwrite_each_other() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        approve(lists.reviewer("SCT"), entry);

        assertRefused(
                "stafflist.entry-changed",
                () -> reviewing.decide(
                        lists.reviewer("SCT"), entry.id(), entry.version(), Outcome.REFUSE, "R01", "", true));
        EntryView now = reading.own(officer, entry.id());
        assertRefused(
                "stafflist.entry-not-pending",
                () -> reviewing.decide(
                        lists.reviewer("SCT"), now.id(), now.version(), Outcome.REFUSE, "R01", "", true));
    }

    @Test
    void many_at_once_leave_out_and_name_what_may_not_be_decided() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 7);
        Actor reviewer = lists.reviewer("SCT");
        Actor colleague =
                new Actor(reviewer.accountId(), "Bùi Hai Vai", Role.ORGANISATION_OFFICER, officer.organisationId(), 0);
        EntryView own = entries(colleague, lists.submitted(colleague, 1)).get(0);

        PublicId id = testBulk.begin(reviewer, of(officer), 8, Outcome.RETURN, "R06");
        testBulk.run(id);

        BulkDecisions.Progress progress = bulk.progress(reviewer, id);
        assertThat(List.of(progress.total(), progress.decided(), (int) progress.leftOut()))
                .containsExactly(8, 7, 1);
        assertThat(progress.finished()).isTrue();
        assertThat(bulk.lines(reviewer, id, "stafflist.four-eyes", 0, 10))
                .singleElement()
                .extracting(BulkDecisions.Line::id)
                .isEqualTo(own.id());
        assertThat(entries(officer, list)).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(EntryState.RETURNED);
            assertThat(entry.reasonCode()).isEqualTo("R06");
            assertThat(entry.version()).as("judged, and in effect").isEqualTo(2);
            assertThat(reviewing.history(reviewer, entry.id())).hasSize(1);
        });
    }

    @Test
    void what_comes_in_after_a_bulk_began_is_not_touched_by_it() {
        Actor officer = lists.factory();
        PublicId before = lists.submitted(officer, 3);
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.begin(reviewer, of(officer), 3, Outcome.APPROVE, "");

        PublicId after = lists.submitted(officer, 2);
        testBulk.run(id);

        assertThat(entries(officer, before)).extracting(EntryView::state).containsOnly(EntryState.APPROVED);
        assertThat(entries(officer, after)).extracting(EntryView::state).containsOnly(EntryState.PENDING);
    }

    @Test
    void nothing_is_done_where_nothing_matches() {
        Actor officer = lists.factory();
        lists.submitted(officer, 3);

        assertRefused(
                "review.nothing-matches",
                () -> testBulk.foresee(lists.reviewer("SXD"), of(officer), Outcome.APPROVE, "", true));
    }

    private PublicId submitted(Actor officer, ListFiles people) {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        return list;
    }

    private void approve(Actor reviewer, EntryView entry) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }

    private static Actor as(Actor actor, long accountId) {
        return new Actor(accountId, actor.name(), actor.role(), actor.organisationId(), actor.agencyId());
    }
}
