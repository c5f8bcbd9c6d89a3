package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class ProvingByPhoneIT {
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final LocalDate BORN = LocalDate.of(1985, 3, 7);
    private static final AtomicInteger PHONES = new AtomicInteger();

    @Inject
    private PhoneProof proof;

    @Inject
    private ProofSteps steps;

    @Inject
    private TestSources sources;

    @Inject
    private TestTelling telling;

    @Inject
    private TestClock time;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private String document = "";
    private String phone = "";

    @BeforeEach
    void somebody_of_whom_a_source_has_a_record() {
        document = TestSources.document();
        phone = "0977" + String.format(Locale.ROOT, "%03d%03d", PHONES.incrementAndGet(), System.nanoTime() % 1_000);
        record(document, "07/03/1985", phone, 1);
    }

    @AfterEach
    void now_again() {
        time.reset();
    }

    private void record(String number, String born, String called, int dose) {
        Actor officer = sources.officer("TTYT-573");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        String day = DAY.format(LocalDate.now(clock).minusDays(100 - 40L * dose));
        assertThat(sources.read(
                                officer,
                                source,
                                TestSources.csv(
                                        HEADINGS,
                                        String.join(
                                                ";",
                                                "Trần Văn Chứng",
                                                born,
                                                number,
                                                called,
                                                "22327",
                                                "AZ",
                                                String.valueOf(dose),
                                                day,
                                                "A1",
                                                "DIEM-1")))
                        .bad())
                .isZero();
    }

    private PublicId ask(String number, LocalDate born, String address) {
        PhoneProof.Outcome outcome = proof.ask(number, born, address, Texts.VIETNAMESE);
        assertThat(outcome).isInstanceOf(PhoneProof.Asked.class);
        PublicId id = ((PhoneProof.Asked) outcome).proof();
        steps.send(id);
        return id;
    }

    private PublicId ask(String number, LocalDate born) {
        return ask(number, born, home());
    }

    private static String home() {
        return PublicId.random().toString();
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (MessageView message : telling.to(phone)) {
            Matcher code = CODE.matcher(telling.words(message));
            assertThat(code.find()).isTrue();
            codes.add(code.group(1));
        }
        return codes;
    }

    private PhoneProof.Answer type(PublicId id, String code) {
        return proof.prove(id, code, home());
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    @Test
    void the_code_that_the_phone_gets_proves_the_person_once() {
        PublicId id = ask(" " + document.substring(0, 6) + " " + document.substring(6), BORN);
        String code = codes().get(0);

        assertThat(type(id, " " + code.substring(0, 3) + " " + code.substring(3)))
                .isInstanceOfSatisfying(PhoneProof.Proved.class, proved -> {
                    assertThat(proved.person().documentNumber()).isEqualTo(document);
                    assertThat(proved.person().phone()).isEqualTo(phone);
                    assertThat(proved.person().commune()).isEqualTo("22327");
                    assertThat(proved.toString()).doesNotContain(document, phone, "Chứng");
                });
        assertThat(type(id, code)).as("used").isEqualTo(new PhoneProof.Refused());
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'citizen.proved' AND subject_id = ?",
                        id.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_proof_that_is_worked_off_again_sends_nothing_again() {
        PublicId id = ask(document, BORN);
        steps.send(id);

        assertThat(codes()).hasSize(1);
        assertThat(type(id, codes().get(0))).isInstanceOf(PhoneProof.Proved.class);
    }

    @Test
    void nobody_learns_whether_there_is_such_a_person() {
        PublicId stranger = ask(TestSources.document(), BORN);
        PublicId wrongBirth = ask(document, BORN.plusDays(1));

        assertThat(codes()).isEmpty();
        assertThat(type(stranger, "123456")).isEqualTo(new PhoneProof.Refused());
        assertThat(type(wrongBirth, "123456")).isEqualTo(new PhoneProof.Refused());
        assertThat(type(PublicId.random(), "123456")).isEqualTo(new PhoneProof.Refused());
    }

    @Test
    void a_code_is_good_for_five_tries() {
        PublicId id = ask(document, BORN);
        String code = codes().get(0);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(type(id, other(code))).isEqualTo(new PhoneProof.Refused());
        }

        assertThat(type(id, code)).as("a sixth").isEqualTo(new PhoneProof.Refused());
        PublicId again = ask(document, BORN);
        String newest = codes().get(0);
        for (int guess = 0; guess < 4; guess++) {
            type(again, other(newest));
        }
        assertThat(type(again, newest)).as("a fifth").isInstanceOf(PhoneProof.Proved.class);
    }

    @Test
    void a_code_is_good_for_ten_minutes_and_for_its_own_proof() {
        PublicId first = ask(document, BORN);
        String code = codes().get(0);
        PublicId second = ask(document, BORN);
        String newer =
                codes().stream().filter(each -> !each.equals(code)).findFirst().orElseThrow();

        assertThat(type(second, code)).isEqualTo(new PhoneProof.Refused());
        time.forward(Duration.ofMinutes(10).minusSeconds(5));
        assertThat(type(first, code)).isInstanceOf(PhoneProof.Proved.class);
        time.forward(Duration.ofSeconds(6));
        assertThat(type(second, newer)).isEqualTo(new PhoneProof.Refused());
    }

    @Test
    void what_is_asked_too_often_is_not_answered_whoever_it_is_about() {
        String stranger = TestSources.document();
        for (String number : List.of(document, stranger)) {
            String home = home();
            for (int time = 0; time < 3; time++) {
                ask(number, BORN, home);
            }
            assertThat(proof.ask(number, BORN, home, Texts.VIETNAMESE)).isEqualTo(new PhoneProof.TooManyAttempts());
            ask(number, BORN, home());
        }
    }

    @Test
    void a_phone_gets_five_codes_an_hour_wherever_they_are_asked_for() {
        for (int asked = 0; asked < 7; asked++) {
            ask(document, BORN);
        }

        assertThat(codes()).hasSize(5);
    }

    @Test
    void the_newest_record_tells_which_phone_and_one_that_is_somebody_elses_tells_nothing() {
        String newer = "0978" + phone.substring(4);
        record(document, "07/03/1985", newer, 2);
        ask(document, BORN);
        assertThat(codes()).isEmpty();
        assertThat(telling.to(newer)).hasSize(1);

        String conflicting = TestSources.document();
        sources.person(conflicting, "Lê Thị Khác", "1990-01-01", "", "");
        record(conflicting, "07/03/1985", phone, 1);
        sources.match();
        ask(conflicting, BORN);
        assertThat(codes()).as("for the source to mend").isEmpty();
    }

    @Test
    void neither_the_number_nor_the_code_lies_open_anywhere() {
        PublicId id = ask(document, BORN);
        MessageView message = telling.to(phone).get(0);
        String code = codes().get(0);

        assertThat(telling.text(message))
                .as("to an administrator")
                .doesNotContain(code)
                .contains("••••••");
        assertThat(telling.stored(message.id())).doesNotContain(code, phone);
        assertThat(sql.list(
                        "SELECT CONCAT_WS('|', CONVERT(asked USING latin1), HEX(code_hash)) FROM citizen_proof WHERE"
                                + " public_id = ?",
                        row -> row.getString(1),
                        id))
                .singleElement()
                .asString()
                .doesNotContain(code)
                .doesNotContain(document);
    }

    @Test
    void what_can_be_no_number_or_birth_is_refused_for_what_it_is() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> proof.ask("12", BORN, home(), Texts.VIETNAMESE))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("citizen.proof.document-odd"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> proof.ask(document, LocalDate.now(clock).plusDays(2), home(), Texts.VIETNAMESE))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("citizen.proof.birth-odd"));
    }

    @Test
    void proofs_are_forgotten_a_day_after() {
        PublicId id = ask(document, BORN);
        time.forward(Duration.ofDays(1).plusMinutes(11));
        steps.forget();

        assertThat(sql.number("SELECT COUNT(*) FROM citizen_proof WHERE public_id = ?", id))
                .isZero();
    }
}
