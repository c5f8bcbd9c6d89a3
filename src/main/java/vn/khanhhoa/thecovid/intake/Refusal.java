package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;

/** Carries an {@link Unreadable} from deep inside the readers to {@link ListReader}, and no further. */
final class Refusal extends RuntimeException {
    private final transient Unreadable unreadable;

    Refusal(UnreadableCode code, Object... args) {
        super(code.key(), null, false, false);
        this.unreadable = new Unreadable(code, List.of(args));
    }

    private Refusal(Unreadable unreadable) {
        super(unreadable.code().key(), null, false, false);
        this.unreadable = unreadable;
    }

    /** Columns are missing among the headings of a table. */
    static Refusal missing(List<FormColumn> columns, List<String> unknown) {
        List<String> labels = columns.stream().map(FormColumn::labelVi).toList();
        return new Refusal(new Unreadable(
                UnreadableCode.MISSING_COLUMNS,
                List.of(String.join(", ", labels)),
                new UnmatchedHeadings(
                        "", unknown, columns.stream().map(FormColumn::key).toList())));
    }

    /** The same for another reason. @param first arguments before those that it has */
    Refusal as(UnreadableCode code, List<Object> first, List<Object> then) {
        List<Object> args = new ArrayList<>(first);
        args.addAll(then);
        return new Refusal(new Unreadable(code, args, unreadable.unmatched()));
    }

    /** The same, with the table in which it was met. */
    Refusal in(ListTable table) {
        UnmatchedHeadings found = unreadable.unmatched();
        return found.missing().isEmpty()
                ? this
                : new Refusal(new Unreadable(
                        unreadable.code(),
                        unreadable.args(),
                        new UnmatchedHeadings(table.name(), found.headings(), found.missing())));
    }

    Unreadable unreadable() {
        return unreadable;
    }
}
