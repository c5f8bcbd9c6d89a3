package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * 600,000 doses in six workbooks, from received to stored, against a bare walk through the cells of each plus a bulk insert
 * of as many rows like them into the same table, in turns; then one of the files exported anew, which brings nothing new.
 */
class EvidencePortalBench extends BenchInPortal {
    private static final int FILES = 6;
    private static final int ROWS = 100_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> HEADINGS = List.of(
            "Họ và tên",
            "Ngày sinh",
            "CMND/CCCD",
            "SĐT",
            "Mã xã",
            "Tên vắc xin",
            "Mũi số",
            "Ngày tiêm",
            "Số lô",
            "Cơ sở");
    private static final String[] NAMES = {"Nguyễn Văn An", "Trần Thị Quỳnh Như", "Lê Hữu Đức", "Phạm Thúy Vy"};

    @Inject
    private TestSources sources;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private DueDoses doses;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    private long sink;

    @Test
    @Order(1)
    void six_hundred_thousand_doses() throws Exception {
        Actor officer = sources.officer("TTYT-574");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        sources.read(officer, source, ListFiles.xlsx(HEADINGS, rows(999_000, 500)));
        double read = 0;
        double insert = 0;
        double ours = 0;
        byte[] last = new byte[0];
        for (int file = 0; file < FILES; file++) {
            byte[] workbook = ListFiles.xlsx(HEADINGS, rows(file * ROWS, ROWS));
            read += seconds(() -> walk(workbook));
            insert += seconds(this::insert);
            ours += seconds(() ->
                    assertThat(sources.read(officer, source, workbook).added()).isEqualTo(ROWS));
            last = workbook;
        }
        say(
                "BENCH evidence.600000 ratio=%.2f (limit %.1f s = read %.1f + insert %.1f, ours %.1f s, %d kB a file, sink %d)",
                ours / (read + insert), read + insert, read, insert, ours, last.length / 1000, sink % 10);
        byte[] anew = ListFiles.xlsx(HEADINGS, rows(ROWS - 1, ROWS));
        double again = seconds(
                () -> assertThat(sources.read(officer, source, anew).same()).isEqualTo(ROWS));
        say("BENCH evidence.again %.1f s for 100,000 rows that are known", again);
    }

    /** Of those 600,000, all of whom are due in sixty days. */
    @Test
    @Order(2)
    void who_is_due() throws Exception {
        Actor officer = sources.officer("TTYT-574");
        PublicId source = keeping.sources(officer).get(0).publicId();
        LocalDate until = LocalDate.now(clock).plusDays(60);
        double sum = seconds(() -> sink +=
                doses.sum(officer, new DueDosesFilter(source, "", "", until)).people());
        double page = seconds(() -> sink += doses.page(officer, new DueDosesFilter(source, "DIEM-1", "", until), 0, 50)
                .size());
        say("BENCH evidence.due sum %.2f s, first page %.2f s (sink %d)", sum, page, sink % 10);
    }

    private List<List<String>> rows(int from, int count) {
        String day = DAY.format(LocalDate.now(clock).minusDays(1));
        List<List<String>> rows = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            rows.add(List.of(
                    NAMES[i % NAMES.length],
                    "07/03/1985",
                    String.format(Locale.ROOT, "056085%06d", i),
                    String.format(Locale.ROOT, "0905%06d", i),
                    "22327",
                    "AstraZeneca",
                    "1",
                    day,
                    "FK" + i % 90,
                    "DIEM-1"));
        }
        return rows;
    }

    private void walk(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                for (Cell cell : row) {
                    sink += cell == null ? 0 : cell.getText().length();
                }
            });
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private void insert() throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        Date day = Date.valueOf(LocalDate.now(clock).minusDays(1));
        try (Connection connection = plain.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO eligibility_record (id, record_key, version, content_hash, source_id, facility_id,"
                                + " import_id, file_row, kind, identity_hash, phone_hash, person, document_kind, name, words,"
                                + " birth, sex, commune, code, number, about, holds_from, event_day, outcome, pooled, lot,"
                                + " confirmed_on, due_at, first_known_at, late, known_from, given_id) VALUES (?, ?, 1, ?, 1, 1, ?, ?,"
                                + " 'DOSE', ?, ?, ?, 'CCCD', 'Nguyễn Văn An', 'an nguyen van', '1985-03-07', '', '22327',"
                                + " 'AZ', 1, ?, ?, ?, '', FALSE, 'FK12', NULL, ?, ?, FALSE, ?, ?)")) {
            connection.setAutoCommit(false);
            long base = -Math.abs(ThreadLocalRandom.current().nextLong(1L << 60)) - ROWS;
            for (int i = 0; i < ROWS; i++) {
                statement.setLong(1, base + i);
                statement.setBytes(2, random(32));
                statement.setBytes(3, random(32));
                statement.setLong(4, base);
                statement.setInt(5, i);
                statement.setBytes(6, random(32));
                statement.setBytes(7, random(32));
                statement.setBytes(8, random(51));
                statement.setTimestamp(9, now);
                statement.setTimestamp(10, now);
                statement.setDate(11, day);
                statement.setTimestamp(12, now);
                statement.setTimestamp(13, now);
                statement.setTimestamp(14, now);
                statement.setLong(15, base + i);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
