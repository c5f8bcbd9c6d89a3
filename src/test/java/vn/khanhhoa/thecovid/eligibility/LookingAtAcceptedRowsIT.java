package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.AcceptedRow.Outcome;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Two files of doses: of the second, rows 2 to 6 are known, corrected, new, odd, and said twice; row 7 is wrong. */
@InPortal
class LookingAtAcceptedRowsIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Optional<Outcome> ALL = Optional.empty();
    private static final int MANY = 100;

    @Inject
    private AcceptedRows accepted;

    @Inject
    private RecordImports imports;

    @Inject
    private TestSources sources;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private final String known = TestSources.document();
    private final String corrected = TestSources.document();
    private final String fresh = TestSources.document();
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private PublicId first = PublicId.random();
    private PublicId second = PublicId.random();

    @BeforeEach
    void two_files() {
        officer = sources.officer("TTYT-572");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        first = read(dose(known, 1, 90, "A1"), dose(corrected, 1, 90, "A1"));
        second = read(
                dose(known, 1, 90, "A1"),
                dose(corrected, 1, 80, "B2"),
                dose(fresh, 1, 30, "C3"),
                dose(fresh, 2, 25, "C3"),
                dose(fresh, 1, 30, "C3"),
                dose(fresh, 3, -5, "C3"));
    }

    private PublicId read(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        return sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)))
                .id();
    }

    private String dose(String document, int number, int daysAgo, String lot) {
        return String.join(
                ";",
                "Nguyễn Văn Dòng",
                "07/03/1985",
                document,
                "AZ",
                String.valueOf(number),
                DAY.format(LocalDate.now(clock).minusDays(daysAgo)),
                lot,
                "DIEM-1");
    }

    private List<Integer> numbers(List<AcceptedRow> rows) {
        return rows.stream().map(AcceptedRow::row).toList();
    }

    @Test
    void each_row_that_was_taken_says_what_became_of_it_with_numbers_masked() {
        List<AcceptedRow> rows = accepted.after(officer, second, ALL, 0, MANY);

        assertThat(rows)
                .extracting(AcceptedRow::row, AcceptedRow::outcome, AcceptedRow::warned)
                .containsExactly(
                        tuple(2, Outcome.SAME, false),
                        tuple(3, Outcome.REPLACING, false),
                        tuple(4, Outcome.ADDED, false),
                        tuple(5, Outcome.ADDED, true),
                        tuple(6, Outcome.SAME, true));
        ImportView view = imports.view(officer, second);
        assertThat(List.of(view.added(), view.replacing(), view.same(), view.bad()))
                .containsExactly(2, 1, 2, 1);
        ToldRecord told = Objects.requireNonNull(rows.get(1).told());
        assertThat(told.given().documentEnd()).isEqualTo(corrected.substring(8));
        assertThat(told.day()).isEqualTo(LocalDate.now(clock).minusDays(80));
        assertThat(told.ended()).isNull();
        assertThat(rows.get(4).told()).isNull();
        assertThat(rows.get(4).name()).isEqualTo("Nguyễn Văn Dòng");
        assertThat(accepted.after(officer, first, ALL, 0, MANY))
                .extracting(row -> Objects.requireNonNull(row.told()).ended() == null)
                .containsExactly(true, false);
    }

    @Test
    void they_are_filtered_by_what_became_of_them_and_read_from_a_row_on_or_up_to_one() {
        assertThat(numbers(accepted.after(officer, second, Optional.of(Outcome.ADDED), 0, MANY)))
                .containsExactly(4, 5);
        assertThat(numbers(accepted.after(officer, second, Optional.of(Outcome.REPLACING), 0, MANY)))
                .containsExactly(3);
        assertThat(numbers(accepted.after(officer, second, Optional.of(Outcome.SAME), 0, MANY)))
                .containsExactly(2, 6);
        assertThat(numbers(accepted.after(officer, second, ALL, 3, 2))).containsExactly(4, 5);
        assertThat(numbers(accepted.before(officer, second, ALL, 5, 2))).containsExactly(3, 4);
        List<AcceptedRow> taken = new ArrayList<>();
        accepted.take(officer, second, Optional.of(Outcome.SAME), taken::add);
        assertThat(numbers(taken)).containsExactly(2, 6);
    }

    @Test
    void a_row_stays_what_it_was_when_other_imports_are_withdrawn_and_tells_whether_it_counts() {
        imports.withdraw(officer, first, imports.foresee(officer, first), "nhầm tệp");

        assertThat(accepted.after(officer, second, ALL, 0, MANY))
                .extracting(AcceptedRow::row, AcceptedRow::outcome)
                .containsExactly(
                        tuple(2, Outcome.SAME),
                        tuple(3, Outcome.REPLACING),
                        tuple(4, Outcome.ADDED),
                        tuple(5, Outcome.ADDED),
                        tuple(6, Outcome.SAME));
        assertThat(numbers(accepted.after(officer, second, Optional.of(Outcome.REPLACING), 0, MANY)))
                .containsExactly(3);

        imports.withdraw(officer, second, imports.foresee(officer, second), "nhầm nữa");

        assertThat(accepted.after(officer, second, Optional.of(Outcome.ADDED), 0, MANY))
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(Objects.requireNonNull(row.told()).ended()).isNotNull());
    }

    @Test
    void officers_of_another_agency_find_none_and_each_look_and_file_is_on_the_trail() {
        Actor stranger = sources.officer("TTYT-569");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accepted.after(stranger, second, ALL, 0, MANY));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accepted.take(stranger, second, ALL, row -> {}));

        accepted.after(officer, second, ALL, 0, MANY);
        accepted.take(officer, second, ALL, row -> {});

        assertThat(onTrail("source.rows-seen")).isEqualTo(1);
        assertThat(onTrail("source.rows-taken")).isEqualTo(1);
    }

    private long onTrail(String action) {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = ? AND subject_id = ?", action, second.toString());
    }
}
