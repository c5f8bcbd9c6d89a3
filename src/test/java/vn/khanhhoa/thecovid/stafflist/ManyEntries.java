package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Statements that fill a queue with entries of so many names and organisations as there are in a province. */
public final class ManyEntries {
    public static final int ORGANISATIONS = 400;
    public static final long FIRST_ORGANISATION = 500_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    // Each draws by the given weights, as names are in the country: four in ten are Nguyễn.
    private static final String SURNAME =
            "ELT(1 + FLOOR(RAND() * 20), 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn',"
                    + " 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Cao')";
    private static final String MIDDLE = "ELT(1 + FLOOR(RAND() * 10), 'Văn', 'Văn', 'Văn', 'Thị', 'Thị', 'Thị', 'Ngọc',"
            + " 'Minh', 'Thanh', 'Hữu')";
    private static final String GIVEN = "ELT(1 + FLOOR(RAND() * 40), 'An', 'Anh', 'Ánh', 'Bảo', 'Bình', 'Chi', 'Cường',"
            + " 'Diễm', 'Dũng', 'Duy', 'Đạt', 'Đức', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hòa', 'Hoàng', 'Hùng',"
            + " 'Hương', 'Khánh', 'Kiên', 'Lan', 'Linh', 'Loan', 'Long', 'Mai', 'Nam', 'Nga', 'Nguyệt', 'Nhung',"
            + " 'Phong', 'Phúc', 'Quân', 'Quyên', 'Sơn', 'Thảo', 'Tuấn', 'Vy')";

    private ManyEntries() {}

    /** @param already how many there are, whose moments of submission come before */
    public static List<String> statements(long list, long agency, int already, int count, Instant start) {
        long from = (agency << 32) + already;
        return List.of(
                "SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO stafflist_entry (id, public_id, list_id,"
                        + " organisation_id, row_key, submitted_by, submitted_at, code_hash, code, agency_id, rule_id,"
                        + " own_people, person_id, line_number, state, name, birth_year, workplace_id, workplace, area_id,"
                        + " activities, position, valid_from, valid_to, cells, due_at) WITH RECURSIVE number (seq) AS (SELECT 1"
                        + " UNION ALL SELECT seq + 1 FROM number WHERE seq < " + count + ") SELECT " + from
                        + " + seq, RANDOM_BYTES(16), " + list + ", " + FIRST_ORGANISATION + " + FLOOR(RAND() * "
                        + ORGANISATIONS
                        + "), RANDOM_BYTES(32), 1, '" + MOMENT.format(start) + "' + INTERVAL (" + already
                        + " + seq) DIV 300 SECOND, RANDOM_BYTES(32), RANDOM_BYTES(44), " + agency
                        + ", 1, FALSE, " + from + " + seq, seq, 'PENDING', CONCAT_WS(' ', " + SURNAME + ", " + MIDDLE
                        + ", " + GIVEN
                        + "), 1987, 1, 'Nhà máy chế biến Vĩnh Hòa', 1, IF(RAND() < 0.005, 'VT_HANG LV_DN', 'LV_DN'), 'Công nhân', '2021-10-01', '2021-12-01',"
                        + " RANDOM_BYTES(400), '" + MOMENT.format(start) + "' + INTERVAL 40 DAY FROM number",
                words(from, from + count, agency),
                marks(from, from + count, agency),
                levels(from, from + count, agency),
                green(from, from + count, agency));
    }

    /** One in three is green. */
    private static String levels(long above, long upTo, long agency) {
        return "INSERT INTO stafflist_entry_level (entry_id, level, until, assessed_at, rules_stamp) SELECT id, IF(id % 3 = 0, 'GREEN',"
                + " 'RED'), '9999-12-31', UTC_TIMESTAMP(6), 0 FROM stafflist_entry WHERE id > " + above + " AND id <= "
                + upTo + " AND agency_id = " + agency;
    }

    private static String green(long above, long upTo, long agency) {
        return "INSERT IGNORE INTO stafflist_entry_name (agency_id, submitted_at, entry_id, token) SELECT agency_id,"
                + " submitted_at, id, '!GREEN' FROM stafflist_entry WHERE id > " + above + " AND id <= " + upTo
                + " AND agency_id = " + agency + " AND id % 3 = 0";
    }

    /** Their form and their activities, of which one in two hundred has two. */
    private static String marks(long above, long upTo, long agency) {
        String each = " FROM stafflist_entry WHERE id > " + above + " AND id <= " + upTo + " AND agency_id = " + agency;
        return "INSERT IGNORE INTO stafflist_entry_name (agency_id, submitted_at, entry_id, token) SELECT agency_id,"
                + " submitted_at, id, '=M01'" + each + " UNION ALL SELECT agency_id, submitted_at, id, '+LV_DN'" + each
                + " UNION ALL SELECT agency_id, submitted_at, id, '+VT_HANG'" + each
                + " AND activities LIKE 'VT_HANG %'";
    }

    private static String words(long above, long upTo, long agency) {
        List<String> parts = new ArrayList<>();
        for (int word = 1; word <= 3; word++) {
            parts.add(
                    "SELECT agency_id, submitted_at, id, REPLACE(LOWER(CONVERT(SUBSTRING_INDEX(SUBSTRING_INDEX(name, ' ', "
                            + word + "), ' ', -1) USING utf8mb4)), 'đ', 'd') AS token FROM stafflist_entry WHERE id > "
                            + above
                            + " AND id <= " + upTo + " AND agency_id = " + agency);
        }
        return "INSERT IGNORE INTO stafflist_entry_name (agency_id, submitted_at, entry_id, token) SELECT agency_id,"
                + " submitted_at, id, " + plain("token") + " FROM (" + String.join(" UNION ALL ", parts) + ") t";
    }

    /** Takes the marks off those letters that the names above have. */
    private static String plain(String token) {
        String plain = token;
        String[] marked = {
            "ễ", "ầ", "ê", "ạ", "ỳ", "õ", "ặ", "ù", "ỗ", "ồ", "ă", "ị", "ọ", "ữ", "á", "ả", "ì", "ư", "ờ", "ũ", "à",
            "ế", "ò", "ơ", "ệ", "ú", "â"
        };
        String[] bare = {
            "e", "a", "e", "a", "y", "o", "a", "u", "o", "o", "a", "i", "o", "u", "a", "a", "i", "u", "o", "u", "a",
            "e", "o", "o", "e", "u", "a"
        };
        for (int i = 0; i < marked.length; i++) {
            plain = "REPLACE(" + plain + ", '" + marked[i] + "', '" + bare[i] + "')";
        }
        return plain;
    }
}
