package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class PuttingNoticesUpIT {
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;

    @Inject
    private Notices notices;

    @Inject
    private TestClock clock;

    private PublicId id = PublicId.random();

    @AfterEach
    void take_it_down() {
        clock.reset();
        notices.end(ADMINISTRATOR, id);
    }

    @Test
    void a_notice_stands_from_its_first_moment_to_its_last() {
        id = notices.add(ADMINISTRATOR, text(NoticeAudience.ALL, 60, 120));

        assertThat(isShownTo(Role.VISITOR)).isFalse();
        clock.forward(Duration.ofMinutes(61));
        assertThat(isShownTo(Role.VISITOR)).isTrue();
        clock.forward(Duration.ofMinutes(60));
        assertThat(isShownTo(Role.VISITOR)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, VISITOR ORGANISATION_OFFICER REVIEWER HEALTH_OFFICER ADMINISTRATOR",
        "PUBLIC, VISITOR",
        "ORGANISATION, ORGANISATION_OFFICER",
        "AGENCY, REVIEWER HEALTH_OFFICER"
    })
    void each_audience_sees_what_is_meant_for_it(NoticeAudience audience, String roles) {
        id = notices.add(ADMINISTRATOR, text(audience, -1, 60));

        for (Role role : new Role[] {
            Role.VISITOR, Role.ORGANISATION_OFFICER, Role.REVIEWER, Role.HEALTH_OFFICER, Role.ADMINISTRATOR
        }) {
            assertThat(isShownTo(role)).as(role.name()).isEqualTo(roles.contains(role.name()));
        }
    }

    @Test
    void what_is_ended_is_gone_at_once() {
        id = notices.add(ADMINISTRATOR, text(NoticeAudience.ALL, -1, 60));
        assertThat(isShownTo(Role.VISITOR)).isTrue();

        notices.end(ADMINISTRATOR, id);
        assertThat(isShownTo(Role.VISITOR)).isFalse();
        assertThat(notices.notice(ADMINISTRATOR, id).state()).isEqualTo(NoticeView.State.OVER);
    }

    @Test
    void what_had_not_begun_is_taken_away_whole() {
        id = notices.add(ADMINISTRATOR, text(NoticeAudience.ALL, 30, 60));
        notices.end(ADMINISTRATOR, id);

        assertThat(notices.all(ADMINISTRATOR)).extracting(NoticeView::id).doesNotContain(id);
    }

    @Test
    void a_change_of_what_somebody_else_changed_is_refused() {
        id = notices.add(ADMINISTRATOR, text(NoticeAudience.ALL, -1, 60));
        notices.change(ADMINISTRATOR, id, 0, text(NoticeAudience.AGENCY, -1, 90));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> notices.change(ADMINISTRATOR, id, 0, text(NoticeAudience.PUBLIC, -1, 90)));
        assertThat(notices.notice(ADMINISTRATOR, id).text().audience()).isEqualTo(NoticeAudience.AGENCY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|/public/catalogue|-1|60|notification.notice.text-missing",
                "Bảo trì|javascript:alert(1)|-1|60|notification.notice.link-bad",
                "Bảo trì|//elsewhere.example|-1|60|notification.notice.link-bad",
                "Bảo trì|http://elsewhere.example|-1|60|notification.notice.link-bad",
                "Bảo trì|https://elsewhere.example/a|60|-1|notification.notice.ends-first"
            })
    void what_cannot_be_shown_is_refused_by_name(@Nullable String words, String link, int from, int to, String code) {
        LocalDateTime now = LocalDateTime.now(clock);
        String text = words == null ? "" : words;

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new NoticeText(
                        NoticeKind.INFO,
                        NoticeAudience.ALL,
                        text,
                        text,
                        link,
                        now.plusMinutes(from),
                        now.plusMinutes(to)))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    private boolean isShownTo(Role role) {
        return notices.current(new Actor(role == Role.VISITOR ? 0 : 77, "", role, 0, 0)).stream()
                .anyMatch(notice -> notice.id().equals(id));
    }

    private NoticeText text(NoticeAudience audience, int from, int to) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        return new NoticeText(
                NoticeKind.WARNING,
                audience,
                "Bảo trì tối nay",
                "Maintenance tonight",
                "/public/catalogue",
                now.plusMinutes(from),
                now.plusMinutes(to));
    }
}
