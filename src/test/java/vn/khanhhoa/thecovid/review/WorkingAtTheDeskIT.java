package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.DecidedEntries;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** What a reviewer is shown beside an entry, and what is said to whoever is not at the desk at the moment. */
@InPortal
class WorkingAtTheDeskIT {
    @Inject
    private TestLists lists;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Evidence evidence;

    @Inject
    private Amendments amendments;

    @Inject
    private TestDesk desk;

    @Inject
    private Proposals proposals;

    @Inject
    private Forwarding forwarding;

    @Inject
    private Workload workload;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryClaims claims;

    @Inject
    private DecidedEntries decided;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;

    @BeforeEach
    void an_enterprise_and_its_agency() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
    }

    @Test
    void a_reviewer_reads_what_the_sender_was_warned_of() {
        ListFiles people = lists.people(officer, 1, 0);
        List<String> person = people.rows().get(0);
        String birth = ListFiles.get(person, "birth_date");
        int year = Integer.parseInt(birth.substring(birth.length() - 4));
        ListFiles.set(person, "birth_date", birth.substring(0, birth.length() - 4) + (year - 1));

        EntryView entry = submitted(people);

        assertThat(reviewing.warnings(reviewer, entry))
                .extracting(DraftRowView.Problem::key)
                .containsExactly("intake.identity-year-differs");
    }

    @Test
    void numbers_are_shown_in_full_to_the_agency_that_asks_and_that_goes_on_record() {
        ListFiles people = lists.people(officer, 1, 0);
        EntryView entry = submitted(people);
        String number = ListFiles.get(people.rows().get(0), "document_number");

        assertThat(reviewing.numbers(reviewer, entry.id()))
                .extracting(EntryView.Cell::text)
                .contains(number);
        assertThat(entry.cells()).extracting(EntryView.Cell::text).doesNotContain(number);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'review.numbers-shown' AND subject_id = ?",
                        entry.id().toString()))
                .isEqualTo(1);
        Actor elsewhere = lists.reviewer("SXD");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.numbers(elsewhere, entry.id()));
    }

    @Test
    void the_queue_marks_a_person_who_is_there_twice_and_one_known_by_another_birth_year() {
        ListFiles people = lists.people(officer, 1, 0);
        EntryView first = submitted(people);
        EntryView other = submitted(lists.people(officer, 1, 0));
        assertThat(queue.doubts(reviewer, List.of(first.entryId(), other.entryId())))
                .isEqualTo(new EntryQueue.Doubts(Set.of(), Set.of()));

        sql.update("UPDATE stafflist_entry SET person_id = ? WHERE id = ?", first.personId(), other.entryId());
        sql.update("UPDATE stafflist_entry SET birth_year = birth_year - 1 WHERE id = ?", first.entryId());

        EntryQueue.Doubts doubts = queue.doubts(reviewer, List.of(first.entryId(), other.entryId()));
        assertThat(doubts.twice()).containsExactlyInAnyOrder(first.entryId(), other.entryId());
        assertThat(doubts.otherBirthYear()).contains(first.entryId());
    }

    @Test
    void whoever_is_given_work_finds_it_in_their_notices_and_nobody_hands_over_to_themselves() {
        lists.submitted(officer, 3);
        Actor head = lists.head("SCT");
        Actor other = lists.reviewer("SCT");
        PublicId one = member(head, reviewer);
        PublicId two = member(head, other);

        workload.shareOut(head, List.of(one), 2, Duration.ofHours(1));
        workload.handOver(head, one, two, Duration.ofHours(1));

        assertThat(told(reviewer)).containsExactly("review.given");
        assertThat(told(other)).containsExactly("review.given");
        assertRefused("review.handed-to-oneself", () -> workload.handOver(head, two, two, Duration.ofHours(1)));
        assertRefused("review.no-officer-chosen", () -> workload.shareOut(head, List.of(), 2, Duration.ofHours(1)));
    }

    @Test
    void whoever_proposed_is_told_that_the_head_does_not_agree() {
        EntryView entry = submitted(lists.people(officer, 1, 0));
        Actor head = lists.head("SCT");
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R14", "", false);
        Proposals.Batch batch = proposals.batches(head).stream()
                .filter(each -> each.proposerId() == reviewer.accountId())
                .findFirst()
                .orElseThrow();

        proposals.decline(head, batch.key(), Set.of(entry.id()), "Xin xem lại");

        assertThat(told(reviewer)).containsExactly("review.declined-of-list");
        assertThat(sql.list(
                        "SELECT args, path FROM notification_inbox WHERE account_id = ?",
                        row -> row.getString(1) + row.getString(2),
                        reviewer.accountId()))
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains(entry.listName())
                        .endsWith("/agency/review-queue?list=" + entry.listPublicId()));
    }

    @Test
    void what_a_colleague_works_on_is_not_passed_on_by_somebody_else() {
        EntryView entry = submitted(lists.people(officer, 1, 0));
        claims.take(lists.reviewer("SCT"), entry.id(), Duration.ofMinutes(5));
        PublicId elsewhere = forwarding.agencies(reviewer).get(0).publicId();

        assertRefused(
                "stafflist.held-by-another",
                () -> forwarding.forward(
                        reviewer,
                        entry.id(),
                        reading.forReview(reviewer, entry.id()).version(),
                        elsewhere,
                        "Không thuộc thẩm quyền"));
    }

    @Test
    void what_was_decided_is_found_again_by_name_with_or_without_marks() {
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(people.rows().get(0), "full_name", "Đặng Thị Huỳnh Mai");
        EntryView entry = submitted(people);
        assertThat(ids("huynh")).doesNotContain(entry.id());

        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R01", "", true);

        assertThat(decided.find(reviewer, DecidedEntries.Filter.ALL.ofName("dang huynh"), 0, 50))
                .filteredOn(each -> each.id().equals(entry.id()))
                .singleElement()
                .extracting(DecidedEntries.Decided::state)
                .isEqualTo(EntryState.REFUSED);
        assertThat(ids("HUỲNH")).contains(entry.id());
        assertThat(ids("bình")).doesNotContain(entry.id());
        assertThat(decided.find(lists.reviewer("SXD"), DecidedEntries.Filter.ALL.ofName("dang huynh mai"), 0, 50))
                .extracting(DecidedEntries.Decided::id)
                .doesNotContain(entry.id());
    }

    @Test
    void what_is_shown_beside_an_entry_does_not_open_it_again() {
        EntryView entry = submitted(lists.people(officer, 1, 0));
        Supplier<Object> shown = () -> List.of(
                reviewing.ofSamePerson(reviewer, entry),
                reviewing.elsewhere(reviewer, entry),
                reviewing.warnings(reviewer, entry),
                reviewing.history(reviewer, entry.id()),
                evidence.of(reviewer, entry),
                amendments.knownBirthYear(reviewer, entry));
        desk.questions(shown);

        assertThat(desk.questions(shown)).isLessThanOrEqualTo(10);
        Actor elsewhere = lists.reviewer("SXD");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.ofSamePerson(elsewhere, entry));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.elsewhere(elsewhere, entry));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.warnings(elsewhere, entry));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.history(elsewhere, entry.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> amendments.forReview(elsewhere, entry));
    }

    private List<PublicId> ids(String name) {
        return decided.find(reviewer, DecidedEntries.Filter.ALL.ofName(name), 0, 50).stream()
                .map(DecidedEntries.Decided::id)
                .toList();
    }

    private EntryView submitted(ListFiles people) {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        return reading.ofList(officer, list, Optional.empty(), 0, 1).get(0);
    }

    private PublicId member(Actor head, Actor of) {
        return staff.colleagues(head).stream()
                .filter(member -> member.accountId() == of.accountId())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> told(Actor actor) {
        return sql.list(
                "SELECT kind FROM notification_inbox WHERE account_id = ?", row -> row.getString(1), actor.accountId());
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work::run)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
