package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AgencyCalendars;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryDeadlines;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class KeepingWorkingTimeIT {
    private static final List<String> ALWAYS = Collections.nCopies(7, "00:00-24:00");
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;

    @Inject
    private TestRouting routing;

    @Inject
    private TestLists lists;

    @Inject
    private AgencyCalendars calendars;

    @Inject
    private EntryDeadlines deadlines;

    @Inject
    private Escalation escalation;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private String code = "";
    private PublicId agency = PublicId.random();
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void an_agency() {
        code = "L" + TestLists.fresh();
        agency = routing.agency(code);
        today = LocalDate.now(clock);
    }

    @Test
    void a_rule_in_working_hours_counts_those_of_its_agency_for_the_deadline_the_warning_and_the_escalation() {
        routing.rule(code, code, 8, true);
        week(ALWAYS);
        off(today, today.plusDays(2));

        EntryView entry = entry();

        Instant opening = opening(3);
        assertThat(time(entry, "due_at")).isEqualTo(opening.plus(Duration.ofHours(8)));
        assertThat(time(entry, "promised_at")).isEqualTo(opening.plus(Duration.ofHours(8)));
        assertThat(time(entry, "alarm_at")).isEqualTo(opening.plus(Duration.ofHours(6)));
        alarm(entry);
        assertThat(time(entry, "alarm_at")).isEqualTo(opening.plus(Duration.ofHours(8)));
        alarm(entry);
        assertThat(time(entry, "alarm_at")).isEqualTo(opening.plus(Duration.ofHours(12)));
    }

    @Test
    void without_a_calendar_hours_are_those_of_the_clock_and_the_administrator_is_told() {
        routing.rule(code, code, 8, true);

        EntryView entry = entry();

        assertThat(time(entry, "due_at")).isEqualTo(time(entry, "arrived_at").plus(Duration.ofHours(8)));
        assertThat(unknown()).contains(agency);
        week(ALWAYS);
        assertThat(unknown()).doesNotContain(agency);
    }

    @Test
    void a_rule_in_hours_of_the_clock_knows_no_days_off() {
        routing.rule(code, code, 8, false);
        week(ALWAYS);
        off(today, today.plusDays(2));

        EntryView entry = entry();

        assertThat(time(entry, "due_at")).isEqualTo(time(entry, "arrived_at").plus(Duration.ofHours(8)));
    }

    @Test
    void open_work_follows_when_the_calendar_changes_and_what_was_promised_stays() {
        routing.rule(code, code, 8, true);
        week(ALWAYS);
        EntryView entry = entry();
        Instant promised = time(entry, "promised_at");
        alarm(entry);
        alarm(entry);

        off(today, today.plusDays(2));
        follow(entry);

        assertThat(time(entry, "due_at")).isEqualTo(opening(3).plus(Duration.ofHours(8)));
        assertThat(time(entry, "alarm_at")).isEqualTo(opening(3).plus(Duration.ofHours(6)));
        assertThat(sql.number("SELECT alarms FROM stafflist_entry WHERE id = ?", entry.entryId()))
                .isZero();
        assertThat(time(entry, "promised_at")).isEqualTo(promised);
        calendars.remove(
                ADMINISTRATOR,
                agency,
                revision(),
                calendars.of(ADMINISTRATOR, agency).days().get(0).id());
        follow(entry);
        assertThat(time(entry, "due_at")).isEqualTo(promised);
    }

    @Test
    void it_is_said_how_many_rules_follow_the_calendar() {
        AgencyCalendars.Followers before = calendars.followers(ADMINISTRATOR, agency);
        routing.rule(code, code, 8, false);
        AgencyCalendars.Followers byTheClock = calendars.followers(ADMINISTRATOR, agency);
        routing.rule(code, code, 8, true);

        assertThat(byTheClock).isEqualTo(new AgencyCalendars.Followers(before.rules() + 1, before.working()));
        assertThat(calendars.followers(lists.head(code), agency))
                .isEqualTo(new AgencyCalendars.Followers(before.rules() + 2, before.working() + 1));
    }

    @Test
    void a_head_keeps_the_calendar_of_the_own_agency_only_and_a_reviewer_none() {
        Actor head = lists.head(code);

        calendars.setWeek(head, agency, 0, today, ALWAYS);

        assertThat(calendars.of(head, agency).week()).isEqualTo(ALWAYS);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.of(lists.head("SXD"), agency));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> calendars.setWeek(lists.head("SXD"), agency, 1, today, ALWAYS));
        assertRefused("access.not-permitted", () -> calendars.of(lists.reviewer(code), agency));
    }

    @Test
    void of_two_who_change_a_calendar_at_once_one_is_told_and_nothing_is_lost() {
        week(ALWAYS);
        int shown = revision();
        off(today.plusDays(10), today.plusDays(10));

        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() ->
                        calendars.setWeek(ADMINISTRATOR, agency, shown, today, Collections.nCopies(7, "08:00-12:00")));
        assertThat(calendars.of(ADMINISTRATOR, agency).week()).isEqualTo(ALWAYS);
        assertThat(calendars.of(ADMINISTRATOR, agency).days()).hasSize(1);
    }

    @Test
    void a_calendar_by_which_nothing_can_be_reckoned_is_refused() {
        assertRefused("registry.no-working-hours", () -> week(Collections.nCopies(7, "")));
        week(ALWAYS);
        off(today.plusDays(20), today.plusDays(78));
        assertRefused("registry.days-taken", () -> off(today.plusDays(78), today.plusDays(79)));
        off(today.plusDays(79), today.plusDays(79));
        assertRefused("registry.no-working-hours", () -> off(today.plusDays(80), today.plusDays(82)));
        assertRefused("registry.calendar-ahead", () -> off(today.minusDays(1), today));
        assertRefused("registry.days-long", () -> off(today.plusDays(100), today.plusDays(300)));

        assertThat(calendars.of(ADMINISTRATOR, agency).days()).hasSize(2);
        assertThat(calendars.of(ADMINISTRATOR, agency).weeks()).hasSize(1);
    }

    @Test
    void a_week_to_come_takes_the_place_of_the_one_that_holds_when_it_begins() {
        week(ALWAYS);
        List<String> mornings = Collections.nCopies(7, "08:00-12:00");
        calendars.setWeek(ADMINISTRATOR, agency, revision(), today.plusDays(5), mornings);

        assertThat(calendars.of(ADMINISTRATOR, agency).week()).isEqualTo(ALWAYS);
        assertThat(calendars.of(ADMINISTRATOR, agency).weeks())
                .extracting(row -> row.hours())
                .containsExactly(mornings, ALWAYS);
    }

    private void week(List<String> hours) {
        calendars.setWeek(ADMINISTRATOR, agency, revision(), today, hours);
    }

    private void off(LocalDate from, LocalDate to) {
        calendars.setDays(ADMINISTRATOR, agency, revision(), from, to, "", "Nghỉ lễ");
    }

    private int revision() {
        return calendars.of(ADMINISTRATOR, agency).revision();
    }

    private List<PublicId> unknown() {
        return calendars.unknown(ADMINISTRATOR).stream()
                .map(AgencyView::publicId)
                .toList();
    }

    private EntryView entry() {
        Actor officer = lists.organisation(code, "TAX_CODE", TestLists.fresh(), "CONFIRMED");
        lists.workplace(officer, "Nhà máy", "22327", "");
        return reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
    }

    private void follow(EntryView entry) {
        deadlines.step(Actor.PORTAL, entry.agencyId(), 0, 100);
    }

    private void alarm(EntryView entry) {
        sql.update(
                "UPDATE stafflist_entry SET alarm_at = ? WHERE id = ?",
                clock.instant().minusSeconds(1),
                entry.entryId());
        while (escalation.step(Actor.PORTAL, 100)) {
            Thread.yield();
        }
    }

    private Instant opening(int days) {
        return today.plusDays(days).atStartOfDay(PortalClock.ZONE).toInstant();
    }

    private Instant time(EntryView entry, String column) {
        return sql.list(
                        "SELECT " + column + " FROM stafflist_entry WHERE id = ?",
                        row -> Objects.requireNonNull(Sql.instant(row, column)),
                        entry.entryId())
                .get(0);
    }

    private static void assertRefused(String rule, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(rule);
    }
}
