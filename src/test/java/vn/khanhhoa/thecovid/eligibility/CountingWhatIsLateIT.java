package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Doses are to be known two days after their day. */
@InPortal
class CountingWhatIsLateIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private DailyTotals totals;

    @Inject
    private LatenessTelling telling;

    @Inject
    private StoredSources stored;

    @Inject
    private TestSources sources;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private PublicId one = PublicId.random();
    private PublicId other = PublicId.random();

    @BeforeEach
    void a_source_with_two_facilities() {
        officer = sources.officer("TTYT-573");
        source = sources.source(officer, SourceKind.VACCINATION);
        one = sources.facility(officer, source, "DIEM-1");
        other = sources.facility(officer, source, "DIEM-2");
    }

    @AfterEach
    void now_again() {
        ahead.reset();
    }

    private LocalDate ago(int days) {
        return LocalDate.now(clock).minusDays(days);
    }

    private void send(int doses, LocalDate day, String facility) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        for (int i = 0; i < doses; i++) {
            lines.add("Nguyễn Văn Hòa;1985;" + TestSources.document() + ";AZ;1;" + DAY.format(day) + ";" + facility);
        }
        sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)));
    }

    private FacilityDay day(PublicId facility, LocalDate day) {
        return totals.day(officer, source, day).stream()
                .filter(each -> each.facility().publicId().equals(facility))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_comes_within_two_days_is_in_time_and_what_comes_later_is_late_for_good() {
        send(3, ago(2), "DIEM-1");
        send(2, ago(3), "DIEM-1");

        assertThat(day(one, ago(2)).inTime()).isEqualTo(3);
        assertThat(day(one, ago(3)).late()).isEqualTo(2);
    }

    @Test
    void a_correction_of_what_came_in_time_is_not_late() {
        LocalDate day = ago(2);
        String document = TestSources.document();
        String row = "Nguyễn Văn Hòa;1985;" + document + ";AZ;1;" + DAY.format(day) + ";DIEM-1";
        sources.read(officer, source, TestSources.csv(HEADINGS, row));
        ahead.forward(Duration.ofDays(9));
        sources.read(officer, source, TestSources.csv(HEADINGS, row.replace("Hòa", "Hoà Bình")));

        assertThat(List.of(day(one, day).inTime(), day(one, day).late())).containsExactly(1, 0);
    }

    @Test
    void what_is_declared_and_has_not_come_is_awaited_until_the_deadline_and_then_missing() {
        LocalDate day = ago(1);
        totals.declare(officer, source, day, Map.of(one, 10, other, 4));
        send(7, day, "DIEM-1");
        send(5, day, "DIEM-2");

        assertThat(List.of(day(one, day).awaited(), day(one, day).missing())).containsExactly(3, 0);
        assertThat(day(other, day).beyond()).isEqualTo(1);
        ahead.forward(Duration.ofDays(3));
        assertThat(List.of(day(one, day).awaited(), day(one, day).missing())).containsExactly(0, 3);
        LatenessView view = totals.lateness(officer, source, day.minusDays(5), day);
        assertThat(view.total()).isEqualTo(new LatenessSum(14, 12, 0, 3, 0, 0));
        assertThat(view.facilities())
                .first()
                .satisfies(worst -> assertThat(worst.facility().publicId()).isEqualTo(one));
        assertThat(view.days()).hasSize(6);
    }

    @Test
    void the_last_total_that_was_declared_counts_and_the_earlier_are_kept() {
        totals.declare(officer, source, ago(1), Map.of(one, 10));
        assertThat(totals.declare(officer, source, ago(1), Map.of(one, 12, other, 0)))
                .isEqualTo(2);
        assertThat(totals.declare(officer, source, ago(1), Map.of(one, 12))).isZero();

        assertThat(day(one, ago(1)).declared()).isEqualTo(OptionalInt.of(12));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM eligibility_daily_total t JOIN eligibility_facility f ON f.id = t.facility_id"
                                + " WHERE f.public_id = ?",
                        one))
                .isEqualTo(2);
    }

    @Test
    void totals_of_the_future_of_others_and_beyond_reason_are_refused() {
        assertRefused("eligibility.total-of-no-day", () -> totals.declare(officer, source, ago(-1), Map.of(one, 1)));
        assertRefused("eligibility.total-wrong", () -> totals.declare(officer, source, ago(1), Map.of(one, 100_001)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> totals.declare(sources.health(), source, ago(1), Map.of(one, 1)));
        assertRefused("eligibility.lateness-too-long", () -> totals.lateness(officer, source, ago(92), ago(0)));
        assertThat(totals.lateness(officer, source, ago(91), ago(0)).days()).hasSize(92);
    }

    @Test
    void days_before_deadlines_count_are_never_late() {
        SourceView view = stored.readable(sources.health(), source);
        SourceForm about = view.about();
        stored.change(
                source,
                view.version(),
                new SourceForm(
                        about.code(),
                        about.kind(),
                        about.nameVi(),
                        about.nameEn(),
                        about.agencyId(),
                        48,
                        null,
                        ago(10)));
        totals.declare(officer, source, ago(11), Map.of(one, 9));
        send(2, ago(11), "DIEM-1");
        send(2, ago(10), "DIEM-1");

        assertThat(day(one, ago(11)).inTime()).isEqualTo(2);
        assertThat(day(one, ago(11)).missing()).isZero();
        assertThat(day(one, ago(10)).late()).isEqualTo(2);
    }

    @Test
    void officers_of_the_agency_are_told_once_of_a_day_and_of_a_facility_that_fell_silent() {
        long account = account();
        totals.declare(officer, source, ago(3), Map.of(one, 10));
        send(2, ago(4), "DIEM-2");
        long before = notices(account);

        SourceView view = stored.readable(sources.health(), source);
        telling.tell(view);
        long told = notices(account);
        telling.tell(view);

        assertThat(told).isGreaterThan(before);
        assertThat(notices(account)).as("once").isEqualTo(told);
        assertThat(sql.list(
                        "SELECT CAST(args AS CHAR) FROM notification_inbox WHERE account_id = ? AND kind ="
                                + " 'eligibility.lateness-told'",
                        row -> row.getString(1),
                        account))
                .anySatisfy(args -> assertThat(args.split("\u001f", -1)).endsWith(DAY.format(ago(3)), "0", "10", "1"));
    }

    private long account() {
        long id = sql.number("SELECT NEXT VALUE FOR access_seq");
        sql.update(
                "INSERT INTO access_account (id, public_id, email, display_name, role, agency_id, state, created_at) VALUES"
                        + " (?, ?, ?, 'Lâm Thị Dữ Liệu', 'SOURCE_OFFICER', ?, 'ACTIVE', ?)",
                id,
                PublicId.random(),
                PublicId.random().toString().toLowerCase(java.util.Locale.ROOT) + "@test.example",
                officer.agencyId(),
                clock.instant());
        return id;
    }

    private long notices(long account) {
        return sql.number("SELECT COUNT(*) FROM notification_inbox WHERE account_id = ?", account);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
