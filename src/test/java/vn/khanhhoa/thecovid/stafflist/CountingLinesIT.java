package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What is said of the number of lines, asked before and after everything that happens to them. */
@InPortal
class CountingLinesIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();

    @BeforeEach
    void ten_people_of_whom_three_have_errors() {
        officer = lists.factory();
        list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 10, 3).xlsx());
        assertCounted(Map.of(RowState.GOOD, 7L, RowState.BAD, 3L));
    }

    @Test
    void lines_that_come_are_mended_and_are_thrown_away_are_counted_and_so_is_undoing() {
        ListFiles more = lists.people(officer, 2, 0);
        lists.upload(officer, list, more.xlsx());
        assertCounted(Map.of(RowState.GOOD, 9L, RowState.BAD, 3L));

        RowView good = line(RowState.GOOD);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(good.id(), "full_name", good.text("full_name"), "")));
        assertCounted(Map.of(RowState.GOOD, 8L, RowState.BAD, 4L));
        assertThat(keeping.discardBadRows(officer, list)).isEqualTo(4);
        assertCounted(Map.of(RowState.GOOD, 8L));

        history.undo(officer, list, history.changes(officer, list).get(0).id(), 0);
        assertCounted(Map.of(RowState.GOOD, 8L, RowState.BAD, 4L));
    }

    @Test
    void lines_that_are_sent_are_counted_on_their_way_and_when_they_have_arrived() {
        String job = lists.send(officer, list);
        assertCounted(Map.of(RowState.SENDING, 7L, RowState.BAD, 3L));
        lists.carry(job);
        assertCounted(Map.of(RowState.SUBMITTED, 7L, RowState.BAD, 3L));
    }

    @Test
    void what_was_counted_in_a_change_that_failed_is_not_remembered() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lists.inTransaction(() -> {
                    keeping.discardBadRows(officer, list);
                    assertCounted(Map.of(RowState.GOOD, 7L));
                    throw new IllegalStateException("thought better of it");
                }));
        assertCounted(Map.of(RowState.GOOD, 7L, RowState.BAD, 3L));
    }

    private RowView line(RowState state) {
        return browsing.window(officer, list, RowFilter.of(state), RowPlace.START, 1)
                .get(0);
    }

    private void assertCounted(Map<RowState, Long> expected) {
        assertThat(browsing.states(officer, list)).isEqualTo(expected).isEqualTo(stored());
        assertThat(browsing.count(officer, list, RowFilter.ALL))
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        assertThat(browsing.marks(officer, list).stream()
                        .filter(mark -> mark.kind().equals(RowMark.ERROR))
                        .mapToInt(RowMark::rows)
                        .sum())
                .isEqualTo((int) sql.number(
                        "SELECT COUNT(*) FROM stafflist_row_mark m JOIN stafflist_list l ON l.id = m.list_id WHERE"
                                + " l.public_id = ? AND m.kind = 'E'",
                        list));
    }

    private Map<RowState, Long> stored() {
        return sql
                .list(
                        "SELECT r.state, COUNT(*) FROM stafflist_row r JOIN stafflist_list l ON l.id = r.list_id WHERE"
                                + " l.public_id = ? GROUP BY r.state",
                        row -> Map.entry(RowState.valueOf(row.getString(1)), row.getLong(2)),
                        list)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
