package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.TestModes;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.TestVerdicts;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Somebody vaccinated twice, who has the phone of their health record in the hand and no employer. */
@InPortal
class AskingForACardIT {
    private static final String COMMUNE = "22327";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final LocalDate BORN = LocalDate.of(1985, 3, 7);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger PHONES = new AtomicInteger();

    @Inject
    private AskingForCard asking;

    @Inject
    private IndividualEntries individuals;

    @Inject
    private ProofSteps steps;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestModes modes;

    @Inject
    private TestTelling telling;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private People people;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private TestLists lists;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    @Resource
    private ManagedExecutorService others;

    @Inject
    private TestClock time;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    /** One for all that a test asks. */
    private final List<AskingForCard.Proof> proofs = new ArrayList<>();

    private String document = "";
    private String phone = "";
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();

    @BeforeEach
    void somebody_of_whom_a_source_has_two_doses() {
        document = TestSources.document();
        phone = "0966" + String.format(Locale.ROOT, "%03d%03d", PHONES.incrementAndGet(), System.nanoTime() % 1_000);
        criteria.inForce(criteria.area("56"));
        officer = sources.officer("TTYT-570");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        sources.read(
                officer,
                source,
                TestSources.csv(HEADINGS, dose(document, phone, 1, 110), dose(document, phone, 2, 20)));
    }

    private String dose(String whose, String mobile, int number, int daysAgo) {
        return String.join(
                ";",
                "Trần Văn Chứng",
                "07/03/1985",
                whose,
                mobile,
                COMMUNE,
                "AZ",
                String.valueOf(number),
                DAY.format(LocalDate.now(clock).minusDays(daysAgo)),
                "A1",
                "DIEM-1");
    }

    @AfterEach
    void as_before() {
        modes.nothingOrdered();
        criteria.noneInForce();
        time.reset();
    }

    private AskingForCard.Proof proved() {
        return proved(document, phone);
    }

    private AskingForCard.Proof proved(String number, String mobile) {
        PhoneProof.Asked asked = (PhoneProof.Asked) asking.ask(number, BORN, home(), Texts.VIETNAMESE);
        steps.send(asked.proof());
        List<MessageView> sent = telling.to(mobile);
        Matcher code = CODE.matcher(telling.words(sent.get(0)));
        assertThat(code.find()).isTrue();
        return (AskingForCard.Proof) asking.prove(asked.proof(), code.group(1), home());
    }

    private AskingForCard.Outcome asked(Map<String, String> typed) {
        if (proofs.isEmpty()) {
            proofs.add(proved());
        }
        return asking.send(proofs.get(0), PublicId.random(), typed, Texts.VIETNAMESE);
    }

    private AskingForCard.Sent sent(Map<String, String> typed) {
        return (AskingForCard.Sent) asked(typed);
    }

    private Map<String, String> typed(String column, String text) {
        Map<String, String> typed = typed();
        typed.put(column, text);
        return typed;
    }

    private Map<String, String> typed(LocalDate from, LocalDate to) {
        Map<String, String> typed = typed();
        typed.put("valid_from", DAY.format(from));
        typed.put("valid_to", DAY.format(to));
        return typed;
    }

    /** By two officers of the commune. */
    private CardView approved(AskingForCard.Sent sent) {
        decide(sent, Outcome.APPROVE, "");
        return cards.ofEntry(sent.entry().entryId()).orElseThrow();
    }

    private void decide(AskingForCard.Sent sent, Outcome outcome, String reason) {
        Actor officer = lists.reviewer("UBND-22327");
        EntryView entry = reading.byCode(sent.entry().code()).orElseThrow();
        decisions.decide(officer, entry.id(), entry.version(), new Verdict(officer, outcome, reason, ""));
    }

    private static String home() {
        return PublicId.random().toString();
    }

    private Map<String, String> typed() {
        LocalDate today = LocalDate.now(clock);
        return new HashMap<>(Map.of(
                "sex", "MALE",
                "residence", COMMUNE,
                "address", "12 Yersin",
                "activities", "CHO",
                "reason", "đi chợ",
                "valid_from", DAY.format(today),
                "valid_to", DAY.format(today.plusDays(20))));
    }

    private boolean hasCard(AskingForCard.Sent sent) {
        return cards.ofEntry(sent.entry().entryId())
                .filter(card -> card.state() == CardState.VALID)
                .isPresent();
    }

    /** By the jobs of the portal, as in life. */
    private void awaitCard(AskingForCard.Sent sent) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!hasCard(sent)) {
            assertThat(System.nanoTime()).as("a card within some minutes").isLessThan(latest);
            sources.match();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void whoever_is_green_has_a_card_soon_where_cards_are_given_by_the_data() {
        modes.automatic(COMMUNE);
        AskingForCard.Sent sent = sent(typed());
        assertThat(sent.automatic()).isTrue();
        awaitCard(sent);
        assertThat(cards.ofEntry(sent.entry().entryId()).orElseThrow().name()).isEqualTo("Trần Văn Chứng");
    }

    @Test
    void elsewhere_it_waits_for_the_commune_and_is_known_to_be_proved() {
        AskingForCard.Sent sent = sent(typed());
        assertThat(sent.automatic()).isFalse();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry e JOIN stafflist_individual i ON i.entry_id = e.id WHERE e.id = ?"
                                + " AND e.state = 'PENDING' AND i.proved",
                        sent.entry().entryId()))
                .isEqualTo(1);
    }

    @Test
    void who_it_is_about_is_what_was_proved_whatever_is_typed() {
        Map<String, String> typed = typed();
        typed.put("full_name", "Người Khác");
        typed.put("document_number", TestSources.document());
        typed.put("phone", "0977000111");
        AskingForCard.Sent sent = sent(typed);
        assertThat(sql.list(
                        "SELECT name FROM stafflist_entry WHERE id = ?",
                        row -> row.getString(1),
                        sent.entry().entryId()))
                .containsExactly("Trần Văn Chứng");
    }

    @Test
    void sent_twice_it_is_one_entry_and_a_proof_is_good_for_half_an_hour() {
        AskingForCard.Proof proof = proved();
        PublicId ticket = PublicId.random();
        AskingForCard.Outcome first = asking.send(proof, ticket, typed(), Texts.VIETNAMESE);
        assertThat(first)
                .isInstanceOf(AskingForCard.Sent.class)
                .isEqualTo(asking.send(proof, ticket, typed(), Texts.VIETNAMESE));
        time.forward(Duration.ofMinutes(31));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asking.send(proof, PublicId.random(), typed(), Texts.VIETNAMESE))
                .extracting(RuleViolation::code)
                .isEqualTo("citizen.ask.over");
    }

    @Test
    void the_same_without_a_proof_stays_with_people_also_where_cards_are_given_by_the_data() {
        modes.automatic(COMMUNE);
        Map<String, String> cells = typed();
        cells.putAll(Map.of(
                "full_name", "Trần Văn Chứng",
                "birth_date", "07/03/1985",
                "document_kind", "CCCD",
                "document_number", document,
                "phone", phone));
        IndividualEntries.Sent stranger =
                (IndividualEntries.Sent) individuals.send(Actor.VISITOR, PublicId.random(), cells, home());
        AskingForCard.Sent own = sent(typed());
        awaitCard(own);
        assertThat(cards.ofEntry(stranger.entryId())).isEmpty();
    }

    @Test
    void whoever_has_a_card_is_told_which_and_gets_no_other_for_any_of_its_activities_and_days() {
        modes.automatic(COMMUNE);
        PublicId ticket = PublicId.random();
        AskingForCard.Proof proof = proved();
        proofs.add(proof);
        AskingForCard.Sent first = (AskingForCard.Sent) asking.send(proof, ticket, typed(), Texts.VIETNAMESE);
        awaitCard(first);
        CardView card = cards.ofEntry(first.entry().entryId()).orElseThrow();

        AskingForCard.There there = (AskingForCard.There) asked(typed("activities", "YT_KHAM; CHO"));

        assertThat(there.card()).isNotNull().extracting(CardView::number).isEqualTo(card.number());
        assertThat(there.code()).isEqualTo(first.entry().code());
        assertThat(there.activities()).containsExactly("Vào chợ truyền thống");
        assertThat(asking.send(proof, ticket, typed(), Texts.VIETNAMESE)).isEqualTo(first);
        assertThat(requests()).isEqualTo(1);
        assertThat(asked(typed("activities", "YT_KHAM"))).isInstanceOf(AskingForCard.Sent.class);
        LocalDate after = card.validTo().plusDays(1);
        assertThat(asked(typed(after.minusDays(1), after))).isInstanceOf(AskingForCard.There.class);
        assertThat(asked(typed(after, after.plusDays(5)))).isInstanceOf(AskingForCard.Sent.class);
    }

    private long requests() {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE person_id = ?",
                people.withDocument(Actor.PORTAL, document));
    }

    @Test
    void a_card_that_is_suspended_is_not_escaped_by_asking_again_and_one_that_was_revoked_counts_no_more() {
        CardView card = approved(sent(typed()));
        control.suspend(HEALTH_OFFICER, card.id(), card.version(), "chờ kết quả xét nghiệm");

        AskingForCard.There there = (AskingForCard.There) asked(typed());

        assertThat(there.card()).isNotNull().extracting(CardView::state).isEqualTo(CardState.SUSPENDED);
        control.revoke(HEALTH_OFFICER, card.id(), card.version() + 1, "người khác dùng");
        assertThat(asked(typed())).isInstanceOf(AskingForCard.Sent.class);
    }

    @Test
    void a_request_that_waits_counts_until_it_is_refused_or_taken_back() {
        AskingForCard.Sent first = sent(typed());
        AskingForCard.There there = (AskingForCard.There) asked(typed());
        assertThat(there.card()).isNull();
        assertThat(there.code()).isEqualTo(first.entry().code());
        decide(first, Outcome.RETURN, "R03");
        assertThat(asked(typed())).isInstanceOf(AskingForCard.There.class);
        withdraw(first);
        AskingForCard.Sent second = sent(typed());
        decide(second, Outcome.REFUSE, "R04");
        assertThat(asked(typed())).isInstanceOf(AskingForCard.Sent.class);
    }

    private void withdraw(AskingForCard.Sent sent) {
        individuals.withdraw(
                Actor.VISITOR,
                individuals.prove(sent.entry().code(), document, home()).orElseThrow());
    }

    @Test
    void a_person_of_two_documents_asks_once() {
        AskingForCard.Sent first = sent(typed());
        String other = TestSources.document();
        String otherPhone = "0968" + phone.substring(4);
        sources.read(officer, source, TestSources.csv(HEADINGS, dose(other, otherPhone, 1, 40)));
        sources.quiet();
        long one = sql.number(
                "SELECT person_id FROM stafflist_entry WHERE id = ?",
                first.entry().entryId());
        PublicId oneId = publicId(one);
        PublicId otherId = publicId(sources.person(other, "Trần Văn Chứng", "1985-03-07", otherPhone, COMMUNE));
        Actor health = sources.health();
        uniting.merge(
                health,
                oneId,
                otherId,
                "một người, hai giấy tờ",
                uniting.foreseeMerge(health, oneId, otherId, Texts.VIETNAMESE).stamp(),
                Texts.VIETNAMESE);

        AskingForCard.Outcome again =
                asking.send(proved(other, otherPhone), PublicId.random(), typed(), Texts.VIETNAMESE);

        assertThat(again).isInstanceOf(AskingForCard.There.class);
    }

    private PublicId publicId(long person) {
        return sql.list(
                        "SELECT public_id FROM person_person WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        person)
                .get(0);
    }

    @Test
    void of_two_requests_at_one_moment_for_two_communes_one_is_entered() throws Exception {
        AskingForCard.Proof proof = proved();
        List<Future<AskingForCard.Outcome>> asked = new ArrayList<>();
        for (String commune : List.of(COMMUNE, "Xã Ba Cụm Nam, Huyện Khánh Sơn")) {
            asked.add(others.submit(
                    () -> asking.send(proof, PublicId.random(), typed("residence", commune), Texts.VIETNAMESE)));
        }
        List<AskingForCard.Outcome> outcomes = new ArrayList<>();
        for (Future<AskingForCard.Outcome> each : asked) {
            outcomes.add(each.get(60, TimeUnit.SECONDS));
        }
        assertThat(outcomes)
                .hasAtLeastOneElementOfType(AskingForCard.Sent.class)
                .hasAtLeastOneElementOfType(AskingForCard.There.class);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_wrong_code_proves_nothing() {
        PhoneProof.Asked asked = (PhoneProof.Asked) asking.ask(document, BORN, home(), Texts.VIETNAMESE);
        steps.send(asked.proof());
        assertThat(asking.prove(asked.proof(), "xxxxxx", home())).isInstanceOf(AskingForCard.Refused.class);
        assertThat(asking.prove(PublicId.random(), "123456", home())).isInstanceOf(AskingForCard.Refused.class);
    }
}
