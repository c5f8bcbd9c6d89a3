package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** Checks lines against form, reference lists, the rest of the list and what else is stored. */
@ApplicationScoped
class DraftChecks {
    private record Holder(long rowId, int number) {}

    @Inject
    private Forms forms;

    @Inject
    private Duplicates duplicates;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** For the rows of one file, which it remembers in order to find the same person twice. */
    LineCheck begin(StaffList list) {
        LocalDate today = LocalDate.now(clock);
        FormDefinition form = forms.of(list);
        return new LineCheck(
                form,
                forms.references(list.organisationId(), today),
                today,
                list.organisationId(),
                list.id(),
                duplicates.toldADay(list.organisationId()),
                cipher);
    }

    /**
     * The lines with what is found at them now; of the list, which the caller holds, or new to it. Neither state nor intent
     * of what was submitted is looked at: that is {@link DraftChanges}' part.
     */
    List<DraftRow> again(StaffList list, List<DraftRow> rows) {
        LineCheck check = begin(list);
        List<DraftRow> checked = rows.stream().map(check::again).toList();
        return warned(check, unlikeOthers(check, checked));
    }

    /** The same person in two lines of the list: the line that has the document keeps it. */
    private List<DraftRow> unlikeOthers(LineCheck check, List<DraftRow> rows) {
        Set<Long> own = rows.stream().map(DraftRow::id).collect(Collectors.toSet());
        Map<ByteBuffer, Holder> holders = new HashMap<>();
        InParts.of(
                rows.stream().map(DraftRow::key).toList(),
                List.of(check.listId()),
                (some, args) -> sql
                        .list(
                                "SELECT row_key, id, line_number FROM stafflist_row WHERE list_id = ? AND row_key IN "
                                        + some,
                                row -> Map.entry(
                                        ByteBuffer.wrap(row.getBytes(1)), new Holder(row.getLong(2), row.getInt(3))),
                                args)
                        .stream()
                        .filter(entry -> !own.contains(entry.getValue().rowId()))
                        .forEach(entry -> holders.put(entry.getKey(), entry.getValue())));
        return rows.stream()
                .map(row -> {
                    Holder holder = holders.get(ByteBuffer.wrap(row.key()));
                    return holder == null ? row : check.twice(row, holder.number());
                })
                .toList();
    }

    /** With warnings of the same person in other lists. */
    List<DraftRow> warned(LineCheck check, List<DraftRow> rows) {
        Duplicates.Found found = duplicates.of(check, rows);
        return rows.stream()
                .map(row -> {
                    String ownList = found.ownList(row.key());
                    DraftRow next =
                            ownList.isEmpty() ? row : check.warned(row, ProblemCode.DUPLICATE_IN_OWN_LIST, ownList);
                    return found.elsewhere(row) ? check.warned(next, ProblemCode.DUPLICATE_ELSEWHERE) : next;
                })
                .toList();
    }
}
