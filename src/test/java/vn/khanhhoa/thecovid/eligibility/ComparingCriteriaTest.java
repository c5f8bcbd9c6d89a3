package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaFile;
import vn.khanhhoa.thecovid.eligibility.criteria.ExplanationWords;
import vn.khanhhoa.thecovid.platform.Texts;

/** In what two tables are not the same, as officers are told before one takes the place of the other. */
class ComparingCriteriaTest {
    private static final CriteriaDraft TABLE =
            CriteriaFile.read(CriteriaFile.shipped().get(0)).draft().orElseThrow();

    private static CriteriaDraft with(List<CriteriaDraft.Row> rows) {
        return TABLE.withRows(rows);
    }

    @Test
    void a_row_that_was_moved_is_told_once_by_those_that_it_stands_below() {
        List<CriteriaDraft.Row> rows = new ArrayList<>(TABLE.rows());
        rows.add(8, rows.remove(3));

        assertThat(CriteriaDifference.between(TABLE, with(rows)))
                .extracting(
                        CriteriaDifference::kind,
                        CriteriaDifference::row,
                        CriteriaDifference::before,
                        CriteriaDifference::after)
                .containsExactly(tuple(CriteriaDifference.Kind.ROW_MOVED, "G_FULL", "HOLD_AREA", "G_CHILD"));
    }

    @Test
    void rows_below_one_that_was_added_or_removed_were_not_moved() {
        List<CriteriaDraft.Row> fewer = new ArrayList<>(TABLE.rows());
        CriteriaDraft.Row gone = fewer.remove(1);

        assertThat(CriteriaDifference.between(TABLE, with(fewer)))
                .extracting(CriteriaDifference::kind)
                .containsExactly(CriteriaDifference.Kind.ROW_REMOVED);
        assertThat(CriteriaDifference.between(with(fewer), TABLE))
                .extracting(CriteriaDifference::kind, CriteriaDifference::row)
                .containsExactly(tuple(CriteriaDifference.Kind.ROW_ADDED, gone.code()));
        fewer.add(0, fewer.remove(1));
        assertThat(CriteriaDifference.between(TABLE, with(fewer)))
                .extracting(CriteriaDifference::kind, CriteriaDifference::row, CriteriaDifference::before)
                .contains(tuple(CriteriaDifference.Kind.ROW_MOVED, fewer.get(1).code(), ""));
    }

    @Test
    void a_cell_is_told_with_its_term_so_that_it_can_be_worded() {
        CriteriaDifference changed = CriteriaDifference.between(TABLE, TABLE.with("Y_PCR", "pcr", "<= 48 hours"))
                .get(0);
        ExplanationWords words = words(Texts.VIETNAMESE);

        assertThat(words.cell(changed.term(), changed.before())).isEqualTo("không quá 72 giờ");
        assertThat(words.cell(changed.term(), changed.after())).isEqualTo("không quá 48 giờ");
        assertThat(words(Locale.ENGLISH).cell(changed.term(), changed.after())).isEqualTo("at most 48 hours");
        assertThat(words.cell(changed.term(), "hôm qua")).as("not understood").isEqualTo("hôm qua");
    }

    private static ExplanationWords words(Locale language) {
        return new ExplanationWords(language, CriteriaSets.VOCABULARY, source -> "");
    }
}
