package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Optional;

/**
 * Which lines of a draft are wanted.
 *
 * @param kind as in {@link RowMark}, or {@link #AMENDMENT}; empty for all
 * @param code of a problem or a repair, or what an amendment asks for; empty for all
 * @param column key of the column where it is; empty for all
 * @param words part of the name, with or without marks
 */
public record RowFilter(Optional<RowState> state, String kind, String code, String column, String words) {
    /** Lines that ask to change or to end what is approved, and wait to be sent; the code says which of the two. */
    public static final String AMENDMENT = "A";

    public static final RowFilter ALL = new RowFilter(Optional.empty(), "", "", "", "");

    public static RowFilter of(RowState state) {
        return new RowFilter(Optional.of(state), "", "", "", "");
    }

    /** What follows WHERE for lines {@code r} of one list; its arguments are added in their order. */
    String condition(long listId, List<Object> args) {
        StringBuilder sql = new StringBuilder("r.list_id = ?");
        args.add(listId);
        state.ifPresent(wanted -> {
            sql.append(" AND r.state = ?");
            args.add(wanted.name());
        });
        if (kind.equals(AMENDMENT)) {
            sql.append(" AND r.intent <> 'NEW' AND r.state IN ('GOOD', 'BAD')");
            restrict(sql, " AND r.intent = ?", code, args);
        } else if (!kind.isEmpty() || !code.isEmpty() || !column.isEmpty()) {
            sql.append(" AND r.id IN (SELECT m.row_id FROM stafflist_row_mark m WHERE m.list_id = ?");
            args.add(listId);
            restrict(sql, " AND m.kind = ?", kind, args);
            restrict(sql, " AND m.code = ?", code, args);
            restrict(sql, " AND m.column_key = ?", column, args);
            sql.append(")");
        }
        String typed = words.strip();
        if (!typed.isEmpty()) {
            sql.append(" AND REPLACE(REPLACE(r.name, 'đ', 'd'), 'Đ', 'd') COLLATE utf8mb4_unicode_ci LIKE"
                    + " REPLACE(REPLACE(?, 'đ', 'd'), 'Đ', 'd') COLLATE utf8mb4_unicode_ci");
            args.add("%" + typed.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return sql.toString();
    }

    private static void restrict(StringBuilder sql, String condition, String value, List<Object> args) {
        if (!value.isEmpty()) {
            sql.append(condition);
            args.add(value);
        }
    }
}
