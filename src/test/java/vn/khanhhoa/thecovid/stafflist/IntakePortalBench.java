package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A workbook of 10,000 rows from received to stored and validated, against a bare walk through its cells plus a bulk
 * insert of the same rows into the same table. The best of several rounds each, taken in turns.
 */
class IntakePortalBench extends BenchInPortal {
    private static final int ROWS = 10_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 6;

    private record Line(int number, byte[] alike, String state, String name, byte[] cells, String problems) {}

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    private long sink;

    @Test
    void ten_thousand_rows() throws Exception {
        Actor officer = lists.factory();
        byte[] workbook = lists.people(officer, ROWS, ROWS / 20).xlsx();
        double read = Double.MAX_VALUE;
        double insert = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            PublicId list = lists.list(officer);
            double taken = seconds(() -> lists.upload(officer, list, workbook));
            long id = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
            List<Line> lines = lines(id);
            assertThat(lines).hasSize(ROWS);
            long bare = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(officer));
            double walked = seconds(() -> walk(workbook));
            double inserted = seconds(() -> insert(bare, lines));
            if (round >= 0) {
                ours = Math.min(ours, taken);
                read = Math.min(read, walked);
                insert = Math.min(insert, inserted);
            }
        }
        say(
                "BENCH intake.10000 ratio=%.2f (limit %.2f s = read %.2f + insert %.2f, ours %.2f s, %d kB, sink %d)",
                ours / (read + insert), read + insert, read, insert, ours, workbook.length / 1000, sink % 10);
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
                                + " cells, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
