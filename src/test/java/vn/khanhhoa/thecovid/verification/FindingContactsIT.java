package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Somebody was at a market from eight, where a visit lasts an hour; five others were there or elsewhere that day. */
@InPortal
class FindingContactsIT {
    private static final String WHY = "Ca bệnh số 1234, truy vết theo quy định";
    private static final String DOCUMENT = "15/QĐ-SYT ngày 10/10/2021";

    @Inject
    private TestScans scans;

    @Inject
    private TestEntries entries;

    @Inject
    private TestLists lists;

    @Inject
    private Tracings tracings;

    @Inject
    private CardQueries cards;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor asker = Actor.VISITOR;
    private Actor approver = Actor.VISITOR;
    private TestScans.Post market = new TestScans.Post(0, "", 0);
    private TestScans.Post shop = market;

    @SuppressWarnings("NullAway.Init") // before each test
    private TestEntries.Entered person;

    private LocalDate day = LocalDate.EPOCH;
    private Instant eight = Instant.EPOCH;

    @BeforeEach
    void a_visit() {
        long office = sql.number("SELECT id FROM registry_agency WHERE code = 'SYT' AND valid_to IS NULL");
        asker = lists.member(office, Role.HEALTH_OFFICER, "Đặng Thị Y Tế");
        approver = lists.member(office, Role.HEALTH_OFFICER, "Ngô Văn Y Tế");
        market = scans.post("SCT", null, null, 60);
        shop = scans.post("SCT", null, null, 60);
        person = entries.approved();
        day = LocalDate.now(clock).minusDays(2);
        eight = day.atTime(8, 0).atZone(PortalClock.ZONE).toInstant();
        scans.store(market, card(person), eight, "IN", "PASS");
    }

    @Test
    void whoever_was_there_at_the_same_time_is_found_and_nobody_else() {
        CardView before = someone();
        CardView during = someone();
        CardView after = someone();
        CardView stayed = someone();
        CardView elsewhere = someone();
        scans.store(market, before, eight.minus(Duration.ofMinutes(61)), "IN", "PASS");
        scans.store(market, during, at(45), "IN", "PASS");
        scans.store(market, after, at(61), "IN", "PASS");
        scans.store(market, stayed, at(-180), "IN", "PASS");
        scans.store(market, stayed, at(20), "OUT", "PASS");
        scans.store(shop, elsewhere, at(10), "IN", "PASS");
        scans.store(market, null, at(30), "IN", "PASS");
        PublicId id = approved();

        Contacts contacts = tracings.contacts(asker, id);

        assertThat(contacts.contacts())
                .extracting(Contacts.Contact::personId)
                .containsExactly(stayed.personId(), during.personId());
        assertThat(contacts.contacts()).extracting(Contacts.Contact::minutes).containsExactly(20, 15);
        assertThat(contacts.people()).isEqualTo(2);
        assertThat(contacts.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.post()).isEqualTo(market.name());
            assertThat(visit.from()).isEqualTo(eight);
            assertThat(visit.to()).isEqualTo(at(60));
            assertThat(visit.people()).isEqualTo(2);
            assertThat(visit.unknown()).isEqualTo(1);
        });
        assertThat(tracings.lines(asker, id, contacts.contacts())).hasSize(2).allSatisfy(line -> {
            assertThat(line.name()).isEqualTo(TestEntries.NAME);
            assertThat(line.birthYear()).isEqualTo(1987);
            assertThat(line.post()).isEqualTo(market.name());
        });
    }

    @Test
    void who_was_stopped_stood_there_and_is_told_apart() {
        CardView inside = someone();
        CardView stopped = someone();
        CardView stoppedFirst = someone();
        scans.store(market, inside, at(30), "IN", "PASS");
        scans.store(market, stopped, at(5), "IN", "STOP");
        scans.store(market, stoppedFirst, at(10), "IN", "STOP");
        scans.store(market, stoppedFirst, at(40), "IN", "PASS");
        scans.store(shop, card(person), at(90), "IN", "STOP");
        scans.store(shop, someone(), at(80), "IN", "PASS");

        Contacts contacts = tracings.contacts(asker, approved());

        assertThat(contacts.contacts())
                .extracting(Contacts.Contact::personId, Contacts.Contact::stopped)
                .startsWith(
                        tuple(inside.personId(), false),
                        tuple(stoppedFirst.personId(), false),
                        tuple(stopped.personId(), true))
                .hasSize(4);
        assertThat(contacts.people()).isEqualTo(2);
        assertThat(contacts.stopped()).isEqualTo(2);
        assertThat(contacts.visits())
                .extracting(Contacts.CaseVisit::stopped, Contacts.CaseVisit::people)
                .containsExactly(tuple(false, 2), tuple(true, 0));
    }

    @Test
    void it_is_told_how_a_visit_is_known() {
        CardView visitor = someone();
        CardView both = someone();
        scans.checkIn(market, visitor, at(30));
        scans.checkIn(market, both, at(40));
        scans.store(market, both, at(50), "OUT", "PASS");
        PublicId id = approved();

        Contacts contacts = tracings.contacts(asker, id);

        assertThat(contacts.contacts())
                .extracting(Contacts.Contact::personId, Contacts.Contact::knownBy)
                .containsExactly(tuple(visitor.personId(), KnownBy.CHECK_IN), tuple(both.personId(), KnownBy.BOTH));
        assertThat(contacts.visits()).extracting(Contacts.CaseVisit::knownBy).containsExactly(KnownBy.CHECK);
        assertThat(tracings.lines(asker, id, contacts.contacts()))
                .extracting(ContactLine::knownBy)
                .containsExactly(KnownBy.CHECK_IN, KnownBy.BOTH);
    }

    @Test
    void people_who_are_one_are_one_on_either_side() {
        TestEntries.Entered again = entries.approved();
        TestEntries.Entered other = entries.approved();
        TestEntries.Entered otherAgain = entries.approved();
        merge(person, again);
        merge(other, otherAgain);
        scans.store(market, card(again), at(70), "OUT", "PASS");
        scans.store(market, card(other), at(20), "IN", "PASS");
        scans.store(market, card(otherAgain), at(50), "OUT", "PASS");

        Contacts contacts = tracings.contacts(asker, approved());

        assertThat(contacts.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.to()).isEqualTo(at(70));
            assertThat(visit.people()).isEqualTo(1);
        });
        assertThat(contacts.contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.minutes()).isEqualTo(30));
        assertThat(contacts.people()).isEqualTo(1);
    }

    private void merge(TestEntries.Entered one, TestEntries.Entered other) {
        long stamp = uniting.foreseeMerge(asker, publicId(one), publicId(other), Locale.ENGLISH)
                .stamp();
        uniting.merge(asker, publicId(one), publicId(other), "một người, hai giấy tờ", stamp, Locale.ENGLISH);
    }

    private PublicId publicId(TestEntries.Entered entered) {
        return tracings.find(asker, entered.documentNumber(), "", Optional.empty())
                .get(0)
                .publicId();
    }

    @Test
    void nobody_sees_a_list_that_a_second_officer_has_not_approved() {
        scans.store(market, someone(), at(10), "IN", "PASS");
        PublicId id = ask();
        assertRefused("verification.tracing-not-approved", () -> tracings.contacts(asker, id));
        assertRefused("verification.tracing-not-approved", () -> tracings.take(asker, id, line -> {}));
        assertRefused(
                "verification.tracing-own",
                () -> tracings.approve(asker, id, tracings.view(asker, id).version()));

        tracings.approve(approver, id, 0);
        assertRefused("platform.changed-meanwhile", () -> tracings.approve(approver, id, 0));
        List<ContactLine> taken = new ArrayList<>();
        tracings.take(asker, id, taken::add);
        assertThat(taken).hasSize(1);
        assertThat(trail(id))
                .contains(
                        "verification.tracing-asked",
                        "verification.tracing-looked",
                        "verification.tracing-approved",
                        "verification.contacts-taken");
        tracings.contacts(approver, id);
        assertThat(trail(id)).contains("verification.contacts-looked");
    }

    @Test
    void what_was_declined_shows_nothing_and_says_why() {
        PublicId id = ask();
        assertRefused("verification.tracing-word", () -> tracings.decline(approver, id, 0, " "));
        tracings.decline(approver, id, 0, "chưa đủ căn cứ");

        assertThat(tracings.view(asker, id).state()).isEqualTo(TracingState.DECLINED);
        assertThat(tracings.view(asker, id).word()).isEqualTo("chưa đủ căn cứ");
        assertRefused("verification.tracing-not-approved", () -> tracings.contacts(asker, id));
    }

    @Test
    void a_reason_a_document_and_days_of_which_there_are_scans_are_asked_for() {
        LocalDate today = LocalDate.now(clock);
        assertRefused("verification.tracing-reason", () -> ask(day, day, "truy vết", DOCUMENT));
        assertRefused("verification.tracing-document", () -> ask(day, day, WHY, " "));
        assertRefused("verification.tracing-reversed", () -> ask(day, day.minusDays(1), WHY, DOCUMENT));
        assertRefused("verification.tracing-days", () -> ask(today.minusDays(30), today, WHY, DOCUMENT));
        assertRefused("verification.tracing-days", () -> ask(today, today.plusDays(1), WHY, DOCUMENT));
    }

    @Test
    void other_days_have_other_contacts() {
        scans.store(market, someone(), at(10), "IN", "PASS");
        PublicId id = ask(day.plusDays(1), day.plusDays(2), WHY, DOCUMENT);
        tracings.approve(approver, id, 0);

        assertThat(tracings.contacts(asker, id).visits()).isEmpty();
        assertThat(tracings.contacts(asker, id).contacts()).isEmpty();
    }

    @Test
    void nobody_asks_for_themselves_and_nobody_elsewhere_sees_it() {
        PublicId account = sql.list(
                        "SELECT public_id FROM access_account WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        approver.accountId())
                .get(0);
        numbers.enter(TestAccounts.ADMINISTRATOR, account, "", person.documentNumber());
        PublicId id = ask();
        assertRefused("verification.tracing-own-person", () -> tracings.approve(approver, id, 0));

        Actor elsewhere = lists.member(asker.agencyId() + 1_000_000, Role.HEALTH_OFFICER, "Vũ Thị Y Tế");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tracings.view(elsewhere, id));
        assertRefused("access.not-permitted", () -> tracings.list(lists.head("SCT"), 0, 10));
    }

    @Test
    void people_are_found_by_a_whole_number_or_name_and_birth_and_the_search_is_on_the_trail() {
        long sought = sought();
        assertThat(tracings.find(asker, person.documentNumber(), "", Optional.empty()))
                .extracting(FindingPeople.Found::id)
                .containsExactly(person.personId());
        assertRefused("verification.tracing-whom", () -> tracings.find(asker, "", TestEntries.NAME, Optional.empty()));
        assertThat(sought()).isEqualTo(sought + 1);
    }

    private long sought() {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.tracing-person-sought' AND actor_id = ?",
                asker.accountId());
    }

    private List<String> trail(PublicId id) {
        return sql.list(
                "SELECT action FROM audit_record WHERE subject_id = ? ORDER BY id",
                row -> row.getString(1),
                id.toString());
    }

    private PublicId approved() {
        PublicId id = ask();
        tracings.approve(approver, id, 0);
        return id;
    }

    private PublicId ask() {
        return ask(day, day, WHY, DOCUMENT);
    }

    private PublicId ask(LocalDate from, LocalDate to, String why, String document) {
        return tracings.ask(asker, publicId(person), from, to, why, document);
    }

    private Instant at(int minute) {
        return eight.plus(Duration.ofMinutes(minute));
    }

    private CardView someone() {
        return card(entries.approved());
    }

    private CardView card(TestEntries.Entered entered) {
        return cards.ofEntry(entered.entryId()).orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
