package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.notification.TemplateAdministration.Version;
import vn.khanhhoa.thecovid.notification.TemplateAdministration.Words;
import vn.khanhhoa.thecovid.notification.wording.TemplateProblem;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class WordingMessagesIT {
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;
    private static final MessageKind KIND = MessageKind.ACCOUNT_INVITATION;

    @Inject
    private TemplateAdministration administration;

    @Inject
    private TestTelling telling;

    @Inject
    private TestLists lists;

    @Inject
    private Event<AccountInvited> invited;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_the_first_words() {
        clock.reset();
        lists.inTransaction(() -> sql.update("DELETE FROM notification_template WHERE version > 1"));
    }

    @Test
    void every_kind_has_good_words_for_every_channel_in_both_languages() {
        List<Version> all = administration.inForce(ADMINISTRATOR);

        assertThat(all)
                .hasSize(Arrays.stream(MessageKind.values())
                        .mapToInt(kind -> kind.channels().size())
                        .sum());
        assertThat(all)
                .allSatisfy(version -> assertThat(
                                administration.check(ADMINISTRATOR, version.kind(), version.channel(), version.words()))
                        .as(version.kind() + " " + version.channel())
                        .isEmpty());
    }

    @Test
    void the_words_of_an_sms_are_those_that_every_phone_has() {
        assertThat(administration.inForce(ADMINISTRATOR))
                .filteredOn(version -> version.channel() == Channel.SMS)
                .allSatisfy(version -> assertThat(administration
                                .preview(ADMINISTRATOR, version.kind(), Channel.SMS, version.words())
                                .values())
                        .hasSize(2)
                        .allSatisfy(preview -> {
                            assertThat(preview.plain()).isTrue();
                            assertThat(preview.body()).doesNotContain("?", "{");
                            assertThat(preview.segments()).isLessThanOrEqualTo(3);
                        }));
    }

    @Test
    void a_change_is_in_use_from_its_day_and_what_was_sent_keeps_its_words() {
        String before = TestAccounts.freshEmail();
        invite(before);
        save(words("Chào bạn: {lien_ket}", "Hello there: {lien_ket}"), 2);
        String meanwhile = TestAccounts.freshEmail();
        invite(meanwhile);
        clock.forward(Duration.ofDays(2));
        String after = TestAccounts.freshEmail();
        invite(after);

        assertThat(text(before)).contains("Kính gửi");
        assertThat(text(meanwhile)).contains("Kính gửi");
        assertThat(text(after)).startsWith("Chào bạn: http").contains("Hello there: http");
        assertThat(administration.versions(ADMINISTRATOR, KIND, Channel.EMAIL))
                .extracting(Version::inForce)
                .containsExactly(true, false);
    }

    @Test
    void unknown_missing_and_misplaced_gaps_are_all_named_at_once_and_nothing_is_stored() {
        List<TemplateProblem> problems = administration.save(
                ADMINISTRATOR,
                KIND,
                Channel.EMAIL,
                new Words("Chào {ho_ten}", "Chào {ten}", "Hello", "{lien_ket}"),
                LocalDate.now(clock),
                1);

        assertThat(problems)
                .extracting(problem -> problem.field() + " " + problem.code() + " " + problem.argument())
                .containsExactly(
                        "subject-vi notification.template.unknown {ho_ten}",
                        "body-vi notification.template.unknown {ten}",
                        "body-vi notification.template.missing {lien_ket}");
        assertThat(administration.versions(ADMINISTRATOR, KIND, Channel.EMAIL)).hasSize(1);
    }

    @Test
    void the_reason_of_a_decision_cannot_be_put_into_an_sms() {
        assertThat(administration.check(
                        ADMINISTRATOR,
                        MessageKind.PERSON_REFUSED,
                        Channel.SMS,
                        new Words("", "{ly_do} {ma_tra_cuu} {lien_ket}", "", "{ly_do} {ma_tra_cuu} {lien_ket}")))
                .extracting(TemplateProblem::argument)
                .containsExactly("{ly_do}", "{ly_do}");
    }

    @Test
    void an_sms_of_more_than_four_parts_is_refused() {
        assertThat(administration.check(
                        ADMINISTRATOR,
                        MessageKind.PERSON_REFUSED,
                        Channel.SMS,
                        new Words("", "{ma_tra_cuu} {lien_ket} " + "a".repeat(700), "", "{ma_tra_cuu} {lien_ket}")))
                .extracting(TemplateProblem::code)
                .containsExactly("notification.template.too-many-sms");
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        save(words("A {lien_ket}", "A {lien_ket}"), 0);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.save(
                        ADMINISTRATOR,
                        KIND,
                        Channel.EMAIL,
                        words("B {lien_ket}", "B {lien_ket}"),
                        LocalDate.now(clock),
                        1))
                .extracting(RuleViolation::code)
                .isEqualTo("platform.changed-meanwhile");
    }

    @Test
    void the_past_is_not_rewritten() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> save(words("A {lien_ket}", "A {lien_ket}"), -1))
                .extracting(RuleViolation::code)
                .isEqualTo("notification.template.past");
    }

    @Test
    void a_preview_shows_an_example_in_both_languages() {
        assertThat(administration.preview(
                        ADMINISTRATOR, KIND, Channel.EMAIL, words("Chào {lien_ket}", "Hi {lien_ket}")))
                .hasEntrySatisfying(
                        Texts.VIETNAMESE, preview -> assertThat(preview.body()).startsWith("Chào http"))
                .hasEntrySatisfying(
                        Locale.ENGLISH, preview -> assertThat(preview.body()).startsWith("Hi http"));
    }

    private void save(Words words, int days) {
        int seen = administration
                .versions(ADMINISTRATOR, KIND, Channel.EMAIL)
                .get(0)
                .version();
        assertThat(administration.save(
                        ADMINISTRATOR,
                        KIND,
                        Channel.EMAIL,
                        words,
                        LocalDate.now(clock).plusDays(days),
                        seen))
                .isEmpty();
    }

    private static Words words(String vietnamese, String english) {
        return new Words("Thư mời", vietnamese, "Invitation", english);
    }

    private void invite(String email) {
        lists.inTransaction(() -> {
            invited.fire(new AccountInvited(email, "secret"));
            return null;
        });
    }

    private String text(String email) {
        return telling.text(telling.to(email).get(0));
    }
}
