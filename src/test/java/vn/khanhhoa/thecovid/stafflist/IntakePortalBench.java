package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
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
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * With a million entries of other organisations stored: a workbook of 10,000 rows, one in twenty of whom another list of the
 * organisation has too, from received to stored and checked, against a bare walk through its cells plus a look for the same
 * documents among the million plus a bulk insert of the same rows into the same table; one of 100,000 rows, by the row; a mended one from received to its preview, and from there into the draft; fifty organisations at once against
 * the sum of each alone. The best of several rounds each, taken in turns.
 */
class IntakePortalBench extends BenchInPortal {
    private static final int ROWS = 10_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 6;
    private static final int MANY = 100_000;
    private static final int ORGANISATIONS = 50;
    private static final int STORED = 1_000_000;
    private static final int LOOK_UP = 1_000;
    private static final int AT_ONCE = 50_000;

    private record Line(int number, byte[] alike, String state, String name, byte[] cells, String problems) {}

    @Inject
    private TestLists lists;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Sql sql;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    private long sink;

    @Test
    @Order(1)
    void ten_thousand_rows() throws Exception {
        fill();
        int size = 0;
        double read = Double.MAX_VALUE;
        double insert = Double.MAX_VALUE;
        double look = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Actor officer = lists.factory();
            ListFiles people = lists.people(officer, ROWS, ROWS / 20);
            byte[] workbook = people.xlsx();
            size = workbook.length;
            people.rows().subList(ROWS / 20, ROWS).clear();
            lists.upload(officer, lists.list(officer), people.xlsx());
            PublicId list = lists.list(officer);
            double taken = seconds(() -> lists.upload(officer, list, workbook));
            long id = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
            List<Line> lines = lines(id);
            assertThat(lines).hasSize(ROWS);
            long bare = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(officer));
            List<byte[]> keys =
                    sql.list("SELECT row_key FROM stafflist_row WHERE list_id = ?", row -> row.getBytes(1), id);
            double looked = seconds(() -> lookUp(keys));
            double walked = seconds(() -> walk(workbook));
            double inserted = seconds(() -> insert(bare, lines));
            if (round >= 0) {
                ours = Math.min(ours, taken);
                read = Math.min(read, walked);
                insert = Math.min(insert, inserted);
                look = Math.min(look, looked);
            }
        }
        double limit = read + look + insert;
        say(
                "BENCH intake.10000 ratio=%.2f, without the look %.2f (limit %.2f s = read %.2f + look %.2f + insert %.2f, ours"
                        + " %.2f s, %d kB, sink %d)",
                ours / limit, ours / (read + insert), limit, read, look, insert, ours, size / 1000, sink % 10);
    }

    /** The documents of the rows among the stored entries, bare. */
    private void lookUp(List<byte[]> keys) {
        for (int from = 0; from < keys.size(); from += LOOK_UP) {
            List<byte[]> some = keys.subList(from, Math.min(keys.size(), from + LOOK_UP));
            sink += sql.list(
                            "SELECT row_key FROM stafflist_entry WHERE row_key IN (" + Sql.marks(some.size()) + ")",
                            row -> row.getBytes(1)[0],
                            some.toArray())
                    .size();
        }
    }

    @Test
    @Order(2)
    void a_hundred_thousand_rows() throws Exception {
        Actor officer = lists.factory();
        byte[] few = lists.people(officer, ROWS, ROWS / 20).xlsx();
        byte[] many = lists.people(officer, MANY, MANY / 20).xlsx();
        double small = Double.MAX_VALUE;
        double large = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            PublicId one = lists.list(officer);
            small = Math.min(small, seconds(() -> lists.upload(officer, one, few)));
            PublicId other = lists.list(officer);
            large = Math.min(
                    large,
                    seconds(() -> assertThat(lists.upload(officer, other, many).rowsRead())
                            .isEqualTo(MANY)));
            sql.update(
                    "DELETE FROM stafflist_row WHERE list_id = (SELECT id FROM stafflist_list WHERE public_id = ?)",
                    other);
        }
        double times = (double) MANY / ROWS;
        say(
                "BENCH intake.100000 ratio=%.2f by the row (limit %.2f s = %.0f times 10,000 rows, ours %.2f s, %d kB)",
                large / (small * times), small * times, times, large, many.length / 1000);
    }

    @Test
    @Order(3)
    void a_mended_file_and_its_preview() throws Exception {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, ROWS, ROWS / 20);
        byte[] first = people.xlsx();
        for (int i = 0; i < ROWS; i += 10) {
            ListFiles.set(people.rows().get(i), "position", "Tổ trưởng");
        }
        byte[] mended = people.xlsx();
        double atOnce = Double.MAX_VALUE;
        double staged = Double.MAX_VALUE;
        double taken = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            PublicId list = lists.list(officer);
            atOnce = Math.min(atOnce, seconds(() -> lists.upload(officer, list, first)));
            UploadView[] upload = new UploadView[1];
            staged = Math.min(staged, seconds(() -> upload[0] = lists.read(officer, list, mended)));
            taken = Math.min(taken, seconds(() -> previewing.take(officer, list, upload[0].id(), false)));
        }
        say(
                "BENCH intake.10000.preview ratio=%.2f (limit %.2f s = into an empty list, ours %.2f s; taking it %.2f s)",
                staged / atOnce, atOnce, staged, taken);
    }

    @Test
    @Order(4)
    void fifty_organisations_at_once() throws Exception {
        List<Actor> officers = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < ORGANISATIONS; i++) {
            Actor officer = lists.factory();
            officers.add(officer);
            files.add(lists.people(officer, 1_000, 50).xlsx());
            PublicId alone = lists.list(officer);
            byte[] file = files.get(i);
            sum += seconds(() -> lists.upload(officer, alone, file));
        }
        List<PublicId> drafts = officers.stream().map(lists::list).toList();
        Actor other = lists.factory();
        PublicId looked = lists.submitted(other, 100);
        double quiet = looks(other, looked, () -> false);
        long waiting = System.nanoTime();
        for (int i = 0; i < ORGANISATIONS; i++) {
            uploading.receive(officers.get(i), drafts.get(i), "danh-sach.xlsx", files.get(i));
        }
        double busy = looks(
                other, looked, () -> sql.number("SELECT COUNT(*) FROM stafflist_upload WHERE state = 'RECEIVED'") > 0);
        double together = (System.nanoTime() - waiting) / 1e9;
        for (int i = 0; i < ORGANISATIONS; i++) {
            assertThat(uploading.uploads(officers.get(i), drafts.get(i)))
                    .singleElement()
                    .extracting(UploadView::state)
                    .isEqualTo(UploadState.TAKEN);
        }
        say(
                "BENCH intake.50x1000 ratio=%.2f (limit %.2f s = the sum of each alone, ours %.2f s; a list's page meanwhile"
                        + " %.1f ms, else %.1f ms, 95th percentile)",
                together / sum, sum, together, busy * 1e3, quiet * 1e3);
    }

    /** The 95th percentile of what an organisation waits for its list, as long as the others are busy. */
    private double looks(Actor officer, PublicId list, BooleanSupplier busy) throws Exception {
        List<Double> looks = new ArrayList<>();
        do {
            looks.add(seconds(() -> keeping.view(officer, list)));
            Thread.sleep(20);
        } while (busy.getAsBoolean() || looks.size() < 50);
        looks.sort(null);
        return looks.get(looks.size() * 95 / 100);
    }

    /** Approved, and of other organisations: what every row is looked up among. */
    private void fill() {
        long list = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(lists.factory()));
        for (int filled = 0; filled < STORED; filled += AT_ONCE) {
            long from = sql.number("SELECT IFNULL(MAX(id), 0) + 1000000 FROM stafflist_entry");
            sql.update(
                    "SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO stafflist_entry (id, public_id,"
                            + " list_id, organisation_id, row_key, submitted_by, submitted_at, code_hash, code, agency_id,"
                            + " rule_id, own_people, person_id, line_number, state, name, birth_year, workplace_id,"
                            + " workplace, area_id, activities, position, valid_from, valid_to, cells) WITH RECURSIVE"
                            + " number (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM number WHERE seq < " + AT_ONCE
                            + ") SELECT ? + seq, RANDOM_BYTES(16), ?, 500000 + FLOOR(RAND() * 400), RANDOM_BYTES(32), 1,"
                            + " NOW(), RANDOM_BYTES(32), RANDOM_BYTES(44), 1, 1, FALSE, 1, seq, 'APPROVED', 'Nguyễn Văn An',"
                            + " 1987, 1, 'Nhà máy chế biến Vĩnh Hòa', 1, 'LV_DN', 'Công nhân', '2021-10-01', '2099-12-01',"
                            + " RANDOM_BYTES(400) FROM number",
                    from,
                    list);
        }
        sql.list("ANALYZE TABLE stafflist_entry", row -> row.getString(4));
    }

    private List<Line> lines(long listId) {
        return sql.list(
                "SELECT line_number, alike_key, state, name, cells, problems FROM stafflist_row WHERE list_id = ?",
                row -> new Line(
                        row.getInt(1),
                        row.getBytes(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getString(6)),
                listId);
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

    private void insert(long listId, List<Line> lines) throws SQLException {
        long id = sql.number("SELECT MAX(id) FROM stafflist_row") + 1_000_000;
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] key = new byte[32];
            ThreadLocalRandom.current().nextBytes(key);
            keys.add(key);
        }
        try (Connection connection = plain.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO stafflist_row (id, list_id, upload_id, line_number, row_key, alike_key, state, name,"
                                + " cells, problems, public_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Statement.NO_GENERATED_KEYS)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                statement.setLong(1, id + i);
                statement.setLong(2, listId);
                statement.setLong(3, 1);
                statement.setInt(4, line.number());
                statement.setBytes(5, keys.get(i));
                statement.setBytes(6, line.alike());
                statement.setString(7, line.state());
                statement.setString(8, line.name());
                statement.setBytes(9, line.cells());
                statement.setString(10, line.problems());
                statement.setBytes(11, PublicId.random().bytes());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
