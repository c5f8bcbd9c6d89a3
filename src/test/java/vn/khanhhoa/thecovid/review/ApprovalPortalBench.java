package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.card.print.BareSheets;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/**
 * 10,000 pending entries decided at once, to tokens stored and one A4 PDF of their cards, against bare signatures, the
 * rows that this leaves, the trail's among them, stored once more, and the same sheets with QR images prepared beforehand. The best of several rounds each, taken in turns.
 */
class ApprovalPortalBench extends BenchInPortal {
    private static final int ENTRIES = 10_000;
    private static final int ROUNDS = 3;
    private static final int STEP_OF_CARDS = 500;
    private static final long FAR = 1_000_000_000_000L;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Inject
    private TestLists lists;

    @Inject
    private TestBulk bulk;

    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private TestDesk desk;

    @Inject
    private Sql sql;

    @Test
    void ten_thousand_entries() throws Exception {
        double sign = Double.MAX_VALUE;
        double print = Double.MAX_VALUE;
        double store = Double.MAX_VALUE;
        double decide = Double.MAX_VALUE;
        double sheets = Double.MAX_VALUE;
        desk.secondAbove(lists.head("SCT"), 0);
        round(ENTRIES / 5);
        for (int round = 0; round < ROUNDS; round++) {
            double[] taken = round(ENTRIES);
            decide = Math.min(decide, taken[0]);
            sheets = Math.min(sheets, taken[1]);
            sign = Math.min(sign, taken[2]);
            print = Math.min(print, taken[3]);
            store = Math.min(store, taken[4]);
        }
        double limit = sign + store + print;
        say(
                "BENCH approve.10000 ratio=%.2f (limit %.2f s = sign %.2f + store %.2f + sheets %.2f, ours %.2f s = decide and"
                        + " store %.2f + sheets %.2f)",
                (decide + sheets) / limit, limit, sign, store, print, decide + sheets, decide, sheets);
    }

    private double[] round(int entries) throws Exception {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, entries);
        long listId = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        Actor reviewer = lists.reviewer("SCT");
        QueueFilter filter = new QueueFilter("", officer.organisationId(), 0, "");
        PublicId id = bulk.begin(reviewer, filter, entries, Outcome.APPROVE, "");
        long before = trail();
        double decide = seconds(() -> bulk.run(id));
        long after = trail();
        List<CardView> issued = new ArrayList<>();
        double sheets = seconds(() -> {
            for (List<CardView> some = next(officer, listId, 0);
                    !some.isEmpty();
                    some = next(officer, listId, some.get(some.size() - 1).cardId())) {
                issued.addAll(some);
            }
            printing.print(PrintOrder.many(VIETNAMESE), issued.iterator(), OutputStream.nullOutputStream());
        });
        assertThat(issued).hasSize(entries);
        BareSheets bare = new BareSheets();
        issued.forEach(card -> bare.prepare(card.name(), card.token()));
        return new double[] {decide, sheets, seconds(bare::sign), seconds(bare::print), stored(listId, before, after)};
    }

    private long trail() {
        return sql.number("SELECT IFNULL(MAX(id), 0) FROM audit_record WHERE id < " + FAR);
    }

    /** The rows that the approval left, stored once more, and the entries changed once more. */
    private double stored(long listId, long trailBefore, long trailAfter) throws Exception {
        String cards = "list_id = " + listId;
        double taken = copied(
                "card_card",
                Map.of(
                        "public_id", "RANDOM_BYTES(16)",
                        "card_number", "CONCAT('B', id)",
                        "status_index", "status_index + " + FAR,
                        "state", "'EXPIRED'"),
                cards);
        taken += copied("card_event", Map.of(), "card_id IN (SELECT id FROM card_card WHERE " + cards + ")");
        taken +=
                copied("review_decision", Map.of(), "entry_id IN (SELECT id FROM stafflist_entry WHERE " + cards + ")");
        taken += copied("audit_record", Map.of(), "id > " + trailBefore + " AND id <= " + trailAfter);
        taken += seconds(() -> sql.update("INSERT INTO stafflist_decided_name (agency_id, token, decided_at, entry_id)"
                + " SELECT agency_id, token, decided_at, entry_id + " + FAR
                + " FROM stafflist_decided_name WHERE entry_id IN"
                + " (SELECT id FROM stafflist_entry WHERE " + cards + ")"));
        return taken
                + seconds(() -> sql.update(
                        "UPDATE stafflist_entry SET version = version + 1, decided_at = decided_at + INTERVAL 1 MICROSECOND"
                                + " WHERE list_id = ?",
                        listId));
    }

    private double copied(String table, Map<String, String> instead, String which) throws Exception {
        List<String> columns = sql.list(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND"
                        + " column_name <> 'id' AND generation_expression IS NULL",
                row -> row.getString(1),
                table);
        String values = columns.stream()
                .map(column -> instead.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        return seconds(() -> sql.update("INSERT INTO " + table + " (id, " + String.join(", ", columns)
                + ") SELECT id + " + FAR + ", " + values + " FROM " + table + " WHERE " + which));
    }

    private List<CardView> next(Actor officer, long listId, long above) {
        return cards.ofList(officer, listId, above, STEP_OF_CARDS);
    }
}
