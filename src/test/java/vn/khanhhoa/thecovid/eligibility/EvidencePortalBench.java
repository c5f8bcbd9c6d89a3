package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.person.PersonKeys;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * 600,000 doses in six workbooks, from received to stored, against a bare walk through the cells of each plus a bulk insert
 * of as many rows like them into one table, in turns; then one of the files exported anew, which brings nothing new, and
 * what follows: half of the people are found in the portal, and who is due is reckoned. EVIDENCE_FILES in the environment
 * makes it shorter.
 */
class EvidencePortalBench extends BenchInPortal {
    private static final int FILES = Integer.parseInt(System.getenv().getOrDefault("EVIDENCE_FILES", "6"));
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
    private static final String[] FAMILIES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"
    };
    private static final String[] MIDDLES = {
        "Văn", "Hữu", "Đức", "Quốc", "Minh", "Ngọc", "Thanh", "Xuân", "Công", "Đình", "Bá"
    };
    private static final String[] GIVEN = {
        "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hòa", "Hùng", "Khoa", "Lâm", "Long", "Nam", "Phúc", "Quý", "Sơn",
        "Thắng", "Toàn", "Trung", "Tuấn", "Vinh"
    };

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

    @Inject
    private RecordImports imports;

    @Inject
    private PersonKeys keys;

    @Inject
    private Sql sql;

    private long sink;

    /** All that is kept of a row, in one table with the keys by which it has to be found. Only the owner may make it. */
    @Test
    @RunAsClient
    @Order(0)
    void the_limit_has_a_table() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + System.getProperty("it.db.port") + "/portal",
                        "portal_owner",
                        "only-for-tests-too");
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TABLE eligibility_limit (id BIGINT NOT NULL PRIMARY KEY, record_key BINARY(32)"
                            + " NOT NULL, version INT NOT NULL, content_hash BINARY(32) NOT NULL, source_id BIGINT NOT NULL,"
                            + " facility_id BIGINT NOT NULL, import_id BIGINT NOT NULL, file_row INT NOT NULL, kind VARCHAR(8) NOT NULL,"
                            + " identity_hash BINARY(32), phone_hash BINARY(32), person VARBINARY(200) NOT NULL, document_kind VARCHAR(8)"
                            + " NOT NULL, name VARCHAR(120) NOT NULL, words VARCHAR(160) NOT NULL, birth VARCHAR(10) NOT NULL, sex"
                            + " VARCHAR(6) NOT NULL, commune VARCHAR(10) NOT NULL, code VARCHAR(40) NOT NULL, number SMALLINT NOT NULL,"
                            + " about DATETIME(6) NOT NULL, holds_from DATETIME(6) NOT NULL, event_day DATE NOT NULL, outcome VARCHAR(13)"
                            + " NOT NULL, pooled BOOLEAN NOT NULL, lot VARCHAR(40) NOT NULL, confirmed_on DATE, due_at DATETIME(6),"
                            + " first_known_at DATETIME(6) NOT NULL, late BOOLEAN NOT NULL, known_from DATETIME(6) NOT NULL, known_to"
                            + " DATETIME(6), given_id BIGINT, UNIQUE KEY (record_key, version), KEY (identity_hash), KEY (import_id), KEY"
                            + " (source_id, event_day, facility_id, known_to, late), KEY (given_id))");
            statement.execute("GRANT SELECT, INSERT ON eligibility_limit TO portal@localhost");
        }
    }

    @Test
    @Order(1)
    void six_hundred_thousand_doses() throws Exception {
        Actor officer = sources.officer("TTYT-574");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        for (int file = 0; file < FILES; file++) {
            people(file * ROWS);
        }
        // The server is young: what it has to compile is told apart.
        byte[] first = ListFiles.xlsx(HEADINGS, rows(900_000, ROWS));
        double warming = seconds(() -> read(officer, source, first));
        say("the first 100,000 rows of a young portal: %.1f s, walk %.1f s", warming, seconds(() -> walk(first)));
        // Keeps what follows each file away from the limit that is measured after it.
        sql.update(
                "INSERT INTO eligibility_import (id, public_id, source_id, file_name, size, digest, convert_font, state, sent_by,"
                        + " sender, sent_at) SELECT 1000000000, ?, id, 'dang-cho', 0, ?, FALSE, 'RECEIVED', 0, '', sent_at FROM (SELECT"
                        + " MAX(s.id) AS id, MAX(i.sent_at) AS sent_at FROM eligibility_source s JOIN eligibility_import i ON"
                        + " i.source_id = s.id) one",
                PublicId.random(),
                random(32));
        double read = 0;
        double insert = 0;
        double ours = 0;
        byte[] last = new byte[0];
        for (int file = 0; file < FILES; file++) {
            byte[] workbook = ListFiles.xlsx(HEADINGS, rows(file * ROWS, ROWS));
            double walked = seconds(() -> walk(workbook));
            double inserted = seconds(this::insert);
            double taken = seconds(
                    () -> assertThat(read(officer, source, workbook).added()).isEqualTo(ROWS));
            say("file %d: walk %.1f s, insert %.1f s, ours %.1f s", file + 1, walked, inserted, taken);
            read += walked;
            insert += inserted;
            ours += taken;
            last = workbook;
        }
        say(
                "BENCH evidence.%d00000 ratio=%.2f (limit %.1f s = read %.1f + insert %.1f, ours %.1f s, %d kB a file, sink %d)",
                FILES, ours / (read + insert), read + insert, read, insert, ours, last.length / 1000, sink % 10);
        byte[] anew = ListFiles.xlsx(HEADINGS, rows(ROWS - 1, ROWS));
        double again =
                seconds(() -> assertThat(read(officer, source, anew).same()).isEqualTo(FILES > 1 ? ROWS : 1));
        say("BENCH evidence.again %.1f s for 100,000 rows that are known", again);
        sql.update("DELETE FROM eligibility_import WHERE id = 1000000000");
        double matched = seconds(() -> await("to_match"));
        double reckoned = matched + seconds(() -> await("to_reckon"));
        say(
                "BENCH evidence.matching %.1f s for %d people of the source, half of them in the portal (%d ties); who is due"
                        + " reckoned by then or %.1f s",
                matched,
                sql.number("SELECT SUM(people) FROM eligibility_import"),
                sql.number("SELECT COUNT(*) FROM eligibility_tie"),
                reckoned);
    }

    private void await(String what) {
        while (sql.number("SELECT COUNT(*) FROM eligibility_import WHERE " + what) > 0) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** As the portal does it, by its job. */
    private ImportView read(Actor officer, PublicId source, byte[] workbook) {
        PublicId id = imports.receive(officer, source, Optional.empty(), "du-lieu.xlsx", workbook, false)
                .id();
        while (imports.view(officer, id).isBusy()) {
            LockSupport.parkNanos(50_000_000);
        }
        return imports.view(officer, id);
    }

    /** Half of those whom a file is about, as lists told of them. */
    private void people(int from) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Integer> half = IntStream.range(from / 2, (from + ROWS) / 2)
                .mapToObj(i -> i * 2)
                .toList();
        sql.batch(
                "INSERT INTO person_person (id, public_id, document_kind, document_hash, document_number, last_four, name, birth,"
                        + " sex, created_at) VALUES (?, ?, 'CCCD', ?, ?, '', ?, ?, 'MALE', ?)",
                half,
                (statement, i) -> {
                    statement.setLong(1, -1L - i);
                    statement.setBytes(2, random(16));
                    statement.setBytes(3, keys.document(document(i)));
                    statement.setBytes(4, random(40));
                    statement.setString(5, name(i));
                    statement.setString(6, birth(i).toString());
                    statement.setTimestamp(7, now);
                });
        sql.batch(
                "INSERT INTO person_said (id, person_id, said_key, name, birth, phone_hash, phone_end, commune, name_and_birth,"
                        + " said_at) VALUES (?, ?, ?, ?, ?, ?, '', '22327', ?, ?)",
                half,
                (statement, i) -> {
                    statement.setLong(1, -1L - i);
                    statement.setLong(2, -1L - i);
                    statement.setBytes(3, random(32));
                    statement.setString(4, name(i));
                    statement.setString(5, birth(i).toString());
                    statement.setBytes(6, keys.phone(phone(i)).orElseThrow());
                    statement.setBytes(
                            7, keys.nameAndBirth(name(i), birth(i).toString()).orElseThrow());
                    statement.setTimestamp(8, now);
                });
    }

    private static String document(int i) {
        return String.format(Locale.ROOT, "056085%06d", i);
    }

    private static String phone(int i) {
        return String.format(Locale.ROOT, "0905%06d", i);
    }

    private static LocalDate birth(int i) {
        return LocalDate.ofYearDay(1985, 1 + i % 365);
    }

    private static String name(int i) {
        int mixed = (int) ((i * 2_654_435_761L >>> 8) % (FAMILIES.length * MIDDLES.length * GIVEN.length));
        return FAMILIES[mixed % FAMILIES.length] + " " + MIDDLES[mixed / FAMILIES.length % MIDDLES.length] + " "
                + GIVEN[mixed / FAMILIES.length / MIDDLES.length];
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
        double count = seconds(() -> sink += doses.count(officer, new DueDosesFilter(source, "DIEM-1", "", until)));
        double page = seconds(() -> sink += doses.page(officer, new DueDosesFilter(source, "DIEM-1", "", until), 0, 50)
                .size());
        double far = seconds(() ->
                sink += doses.page(officer, new DueDosesFilter(source, "DIEM-1", "", until), FILES * ROWS - 50, 50)
                        .size());
        say(
                "BENCH evidence.due sum %.3f s, number of one facility %.3f s, its first page %.3f s, its last %.3f s (sink %d)",
                sum, count, page, far, sink % 10);
    }

    private List<List<String>> rows(int from, int count) {
        String day = DAY.format(LocalDate.now(clock).minusDays(1));
        List<List<String>> rows = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            rows.add(List.of(
                    name(i),
                    DAY.format(birth(i)),
                    document(i),
                    phone(i),
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
                        "INSERT INTO eligibility_limit (id, record_key, version, content_hash, source_id, facility_id,"
                                + " import_id, file_row, kind, identity_hash, phone_hash, person, document_kind, name, words,"
                                + " birth, sex, commune, code, number, about, holds_from, event_day, outcome, pooled, lot,"
                                + " confirmed_on, due_at, first_known_at, late, known_from, given_id) VALUES (?, ?, 1, ?, 1, 1, ?, ?,"
                                + " 'DOSE', ?, ?, ?, 'CCCD', 'Nguyễn Văn An', 'an nguyen van', '1985-03-07', '', '22327',"
                                + " 'AZ', 1, ?, ?, ?, '', FALSE, 'FK12', NULL, ?, ?, FALSE, ?, ?)",
                        Statement.NO_GENERATED_KEYS)) {
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
