package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.TestModes;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;

/** Somebody vaccinated twice, who has the phone of their health record in the hand and no employer. */
@InPortal
class AskingForACardIT {
    private static final String COMMUNE = "22327";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
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
    private TestClock time;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private String document = "";
    private String phone = "";

    @BeforeEach
    void somebody_of_whom_a_source_has_two_doses() {
        document = TestSources.document();
        phone = "0966" + String.format(Locale.ROOT, "%03d%03d", PHONES.incrementAndGet(), System.nanoTime() % 1_000);
        criteria.inForce(criteria.area("56"));
        Actor officer = sources.officer("TTYT-570");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        sources.read(
                officer,
                source,
                TestSources.csv(
                        "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở",
                        dose(1, 110),
                        dose(2, 20)));
    }

    private String dose(int number, int daysAgo) {
        return String.join(
                ";",
                "Trần Văn Chứng",
                "07/03/1985",
                document,
                phone,
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
        PhoneProof.Asked asked = (PhoneProof.Asked) asking.ask(document, BORN, home(), Texts.VIETNAMESE);
        steps.send(asked.proof());
        List<MessageView> sent = telling.to(phone);
        Matcher code = CODE.matcher(telling.words(sent.get(0)));
        assertThat(code.find()).isTrue();
        return (AskingForCard.Proof) asking.prove(asked.proof(), code.group(1), home());
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
        AskingForCard.Sent sent = asking.send(proved(), PublicId.random(), typed());
        assertThat(sent.automatic()).isTrue();
        awaitCard(sent);
        assertThat(cards.ofEntry(sent.entry().entryId()).orElseThrow().name()).isEqualTo("Trần Văn Chứng");
    }

    @Test
    void elsewhere_it_waits_for_the_commune_and_is_known_to_be_proved() {
        AskingForCard.Sent sent = asking.send(proved(), PublicId.random(), typed());
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
        AskingForCard.Sent sent = asking.send(proved(), PublicId.random(), typed);
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
        assertThat(asking.send(proof, ticket, typed()).entry().entryId())
                .isEqualTo(asking.send(proof, ticket, typed()).entry().entryId());
        time.forward(Duration.ofMinutes(31));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> asking.send(proof, PublicId.random(), typed()))
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
        AskingForCard.Sent own = asking.send(proved(), PublicId.random(), typed());
        awaitCard(own);
        assertThat(cards.ofEntry(stranger.entryId())).isEmpty();
    }

    @Test
    void a_wrong_code_proves_nothing() {
        PhoneProof.Asked asked = (PhoneProof.Asked) asking.ask(document, BORN, home(), Texts.VIETNAMESE);
        steps.send(asked.proof());
        assertThat(asking.prove(asked.proof(), "xxxxxx", home())).isInstanceOf(AskingForCard.Refused.class);
        assertThat(asking.prove(PublicId.random(), "123456", home())).isInstanceOf(AskingForCard.Refused.class);
    }
}
