package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Optional;

/**
 * Which lists of an organisation are wanted.
 *
 * @param words part of the name, with or without marks
 */
public record ListFilter(String words, Optional<Stage> stage) {
    public static final ListFilter ALL = new ListFilter("", Optional.empty());

    /** How far a list has come. */
    public enum Stage {
        DRAFT(
                "draft",
                "l.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.state <>"
                        + " 'WITHDRAWN')"),
        IN_REVIEW(
                "in-review",
                "l.state = 'OPEN' AND EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.state IN"
                        + " ('WAITING', 'PENDING', 'RETURNED'))"),
        REVIEWED(
                "reviewed",
                "l.state = 'OPEN' AND EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.state <>"
                        + " 'WITHDRAWN') AND NOT EXISTS"
                        + " (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.state IN ('WAITING', 'PENDING',"
                        + " 'RETURNED'))"),
        WITHDRAWN("withdrawn", "l.state = 'WITHDRAWN'");

        private final String label;
        private final String condition;

        Stage(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String key() {
            return "stafflist.state." + label;
        }
    }

    /** What follows WHERE for lists {@code l} of one organisation; its arguments are added in their order. */
    String condition(long organisationId, List<Object> args) {
        args.add(organisationId);
        String typed = words.strip();
        if (!typed.isEmpty()) {
            args.add("%" + typed.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return "l.organisation_id = ?"
                + (typed.isEmpty()
                        ? ""
                        : " AND REPLACE(REPLACE(l.name, 'đ', 'd'), 'Đ', 'd') COLLATE utf8mb4_unicode_ci LIKE"
                                + " REPLACE(REPLACE(?, 'đ', 'd'), 'Đ', 'd') COLLATE utf8mb4_unicode_ci")
                + stage.map(wanted -> " AND " + wanted.condition).orElse("");
    }
}
