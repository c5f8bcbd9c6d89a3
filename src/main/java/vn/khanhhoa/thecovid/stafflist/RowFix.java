package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.ProblemCode;

/**
 * What shall be done with all cells that have one mark.
 *
 * @param state of the lines that are meant; empty for all
 * @param kind as in {@link RowMark}
 * @param given what the cells say that are meant; empty for all, which may not differ where the column names things
 * @param text to stand in all of them, where it is {@link Action#SET}
 * @param shown how many lines whoever asks for it was told of
 */
public record RowFix(
        Optional<RowState> state,
        String kind,
        String code,
        String column,
        Action action,
        Optional<String> given,
        String text,
        long shown) {
    public enum Action {
        SET,
        /** The cells become empty, which only a column without need of a text may be. */
        CLEAR,
        /** Day and month change places, of dates that a spreadsheet set to American order may have turned around. */
        TURN,
        /** Repairs are taken back, and not made again. */
        KEEP_GIVEN,
        /** Repairs are as good as if they had been typed, and what was doubted is right; the marks go. */
        ACCEPT,
        /** Lines that the spreadsheet hides go; of whom something was sent already, they stay. */
        DROP;

        /** Whether what was found at a cell is over. */
        boolean settles(ProblemCode code) {
            return this == SET || this == CLEAR || (this == ACCEPT || this == TURN) && code.isDoubt();
        }
    }

    public RowFix(String kind, String code, String column, Action action, String text, long shown) {
        this(Optional.empty(), kind, code, column, action, Optional.empty(), text, shown);
    }

    /** Whether a cell that says this is meant. */
    boolean isOf(String cell) {
        return given.map(RowFix::named)
                .filter(named -> !named.equals(named(cell)))
                .isEmpty();
    }

    /** What a cell names, however it is written: "Công nhân" and "CÔNG  NHÂN" are one. */
    static String named(String cell) {
        return cell.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    RowFilter filter() {
        return new RowFilter(state, kind, code, column, "");
    }

    /** What is a mark of the whole line has no column. */
    boolean isOfLines() {
        return column.isEmpty()
                && (action == Action.ACCEPT && RowMark.isDoubt(code)
                        || action == Action.DROP && code.equals(ProblemCode.ROW_HIDDEN.name()));
    }

    /** Whether it would give one name to what had several. */
    boolean isOfNames(FormColumn about) {
        return action == Action.SET && new RowColumn(about, List.of()).isOfNames();
    }

    /** Of dates whose day and month may have changed places. */
    boolean isOfTurnedDates() {
        return code.equals(ProblemCode.DATE_MAYBE_TURNED.name());
    }

    /** Everybody has their own number, what has to be there is not emptied, and what was repaired is not typed over by the way. */
    boolean isForAll(FormColumn about) {
        boolean repair = kind.equals(RowMark.REPAIR);
        return switch (action) {
            case SET -> !repair && !new RowColumn(about, List.of()).isOnesOwn();
            case CLEAR -> !repair && new RowColumn(about, List.of()).isClearable();
            case TURN -> isOfTurnedDates();
            case KEEP_GIVEN -> repair;
            case ACCEPT -> repair || RowMark.isDoubt(code);
            case DROP -> false;
        };
    }
}
