package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class SeeingTheLevelBesideAnEntryIT {
    private static final Actor DRAFTER = new Actor(81, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor SECOND = new Actor(82, "Lý Thị Đối Chiếu", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor STEERING = new Actor(83, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private TestLists lists;

    @Inject
    private TestSources sources;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor reviewer = Actor.VISITOR;
    private PublicId id = PublicId.random();

    @BeforeEach
    void an_entry_at_the_desk() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 1);
        id = reading.ofList(officer, list, Optional.empty(), 0, 1).get(0).id();
        reviewer = lists.reviewer("SCT");
    }

    @AfterEach
    void no_criteria_in_force() {
        sql.update("DELETE FROM eligibility_criteria_order WHERE entered_by = ?", STEERING.accountId());
    }

    private LevelSeen level() {
        EntryView entry = reading.forReview(reviewer, id);
        return reviewing.level(reviewer, entry, reading.desk(reviewer, id), VIETNAMESE);
    }

    private void inForce() {
        PublicId set = sets.beginFromShipped(DRAFTER, "KH-2021-10");
        sets.saveAbout(DRAFTER, set, revision(set), "KH-2021-10", "Bộ tiêu chí thử", "Criteria", "9696/KH-UBND");
        sets.attach(DRAFTER, set, revision(set), "9696.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
        orders.attest(SECOND, set, revision(set));
        long area = reading.desk(reviewer, id).areaId();
        orders.putInForce(
                STEERING,
                set,
                area,
                "9696/KH-UBND",
                clock.instant().minusSeconds(60),
                orders.lastNumber(STEERING, area),
                true);
    }

    private int revision(PublicId set) {
        return sets.read(DRAFTER, set).summary().revision();
    }

    private void records(SourceKind kind, String headings, String... rest) {
        EntryView entry = reading.forReview(reviewer, id);
        String document = reviewing.numbers(reviewer, id).stream()
                .map(EntryView.Cell::text)
                .filter(text -> text.matches("\\d{12}"))
                .findFirst()
                .orElseThrow();
        Actor officer = sources.officer("TTYT-570");
        PublicId source = sources.source(officer, kind);
        sources.facility(officer, source, "DIEM-1");
        List<String> lines = new ArrayList<>(List.of("Họ và tên;Ngày sinh;CCCD;Cơ sở;" + headings));
        for (String line : rest) {
            lines.add(entry.name() + ";" + entry.birthYear() + ";" + document + ";DIEM-1;" + line);
        }
        assertThat(sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)))
                        .bad())
                .isZero();
        sources.match();
    }

    private void twoDoses() {
        LocalDate today = LocalDate.now(clock);
        records(
                SourceKind.VACCINATION,
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(today.minusDays(110)),
                "AZ;2;" + DAY.format(today.minusDays(20)));
    }

    private long looks() {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = 'review.level-shown' AND subject_id = ?",
                id.toString());
    }

    @Test
    void where_no_criteria_are_in_force_there_is_no_level() {
        twoDoses();

        LevelSeen level = level();

        assertThat(level.order()).isNull();
        assertThat(level.factsKnown()).isTrue();
        assertThat(level.level()).isEmpty();
        assertThat(looks()).isZero();
    }

    @Test
    void of_whom_nothing_is_known_that_is_said() {
        inForce();

        LevelSeen level = level();

        assertThat(level.order()).isNotNull();
        assertThat(level.factsKnown()).isFalse();
        assertThat(level.level()).isNotEqualTo("Xanh").isNotEmpty();
        assertThat(looks()).as("no health data were looked at").isZero();
    }

    @Test
    void the_level_comes_with_its_row_its_facts_their_source_and_until_when() {
        inForce();
        twoDoses();

        LevelSeen level = level();

        assertThat(level.level()).isEqualTo("Xanh");
        assertThat(level.treatedAs()).isEqualTo("GREEN");
        assertThat(level.row()).isNotEmpty();
        assertThat(String.join(" ", level.cells()))
                .contains("Nguồn thử", DAY.format(LocalDate.now(clock).minusDays(20)));
        assertThat(looks()).isEqualTo(1);
        assertThat(reviewing
                        .level(reviewer, reading.forReview(reviewer, id), reading.desk(reviewer, id), Locale.ENGLISH)
                        .level())
                .isEqualTo("Green");
    }

    @Test
    void sources_are_named_that_are_late_where_the_person_lives_or_was_vaccinated_and_no_others() {
        sql.update("DELETE FROM eligibility_incomplete_day"); // of other tests
        inForce();
        twoDoses();
        LocalDate day = LocalDate.now(clock).minusDays(5);
        Actor officer = sources.officer("TTYT-572");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        PublicId far = sources.facility(officer, source, "O-XA", communeFarFromThePerson());
        sources.declare(officer, source, far, day, 3);
        assertThat(level().incomplete())
                .as("of a place where the person is not known")
                .isEmpty();
        Actor own = sources.officer("TTYT-570");
        PublicId near = sql.first(
                        "SELECT f.public_id FROM eligibility_facility f JOIN eligibility_source s ON s.id ="
                                + " f.source_id WHERE s.agency_id = ? AND f.code = 'DIEM-1' ORDER BY f.id DESC LIMIT 1",
                        row -> Sql.publicId(row, "public_id"),
                        own.agencyId())
                .orElseThrow();
        PublicId gave = sql.first(
                        "SELECT s.public_id FROM eligibility_facility f JOIN eligibility_source s ON s.id = f.source_id WHERE"
                                + " f.public_id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        near)
                .orElseThrow();

        sources.declare(own, gave, near, day, 9);

        assertThat(level().incomplete())
                .containsExactly("Số liệu tiêm chủng ngày " + DAY.format(day) + " của Cơ sở diem-1 chưa về đủ.");
        sources.declare(own, gave, near, day, 0);
        assertThat(level().incomplete()).as("nothing is missing any more").isEmpty();
    }

    /** In a district in which no list says that the person lives. */
    private String communeFarFromThePerson() {
        return sql.first(
                        "SELECT a.code FROM registry_area a WHERE a.level = 'COMMUNE' AND a.valid_to IS NULL AND a.parent_id NOT IN"
                                + " (SELECT h.parent_id FROM registry_area h JOIN person_said s ON s.commune = h.code JOIN stafflist_entry e"
                                + " ON e.person_id = s.person_id WHERE e.public_id = ? AND h.valid_to IS NULL) ORDER BY a.code LIMIT 1",
                        row -> row.getString(1),
                        id)
                .orElseThrow();
    }

    @Test
    void why_somebody_is_held_and_what_a_laboratory_found_a_reviewer_does_not_see() {
        inForce();
        String yesterday = DAY.format(LocalDate.now(clock).minusDays(1));
        records(
                SourceKind.TESTING,
                "Thời gian lấy mẫu;Loại mẫu;Phương pháp;Kết quả;Thời gian có kết quả",
                yesterday + " 08:00;Mẫu đơn;RT-PCR;Dương tính;" + yesterday + " 12:00");

        LevelSeen level = level();

        assertThat(level.treatedAs()).isEqualTo("HOLD");
        assertThat(level.row()).isEmpty();
        assertThat(level.cells()).isEmpty();
        assertThat(level.toString()).doesNotContain("PCR").doesNotContain("Dương tính");
    }

    @Test
    void no_other_agency_is_told() {
        inForce();
        twoDoses();
        EntryView entry = reading.forReview(reviewer, id);
        EntryReading.Desk desk = reading.desk(reviewer, id);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reviewing.level(lists.reviewer("SXD"), entry, desk, VIETNAMESE));
    }
}
