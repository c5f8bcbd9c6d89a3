package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.AnnotatedLine;
import vn.khanhhoa.thecovid.intake.AnnotatedWorkbook;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Lines of a draft as a workbook to mend and upload again: it updates the same lines. */
@UseCase
public class ProblemWorkbooks {
    private static final int STEP = 1_000;

    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private RowWindows windows;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] of(Actor actor, PublicId listId, RowFilter filter, Locale language) {
        StaffList list = lists.own(actor, listId);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnnotatedWorkbook workbook = new AnnotatedWorkbook(
                forms.of(list),
                forms.references(list.organisationId(), LocalDate.now(clock)),
                Texts.get(language, "stafflist.number-column"),
                Texts.get(language, "stafflist.problems-column"));
        try {
            workbook.write(() -> new Lines(list.id(), filter, language), !filter.equals(RowFilter.ALL), out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.problems-taken", "list", listId));
        return out.toByteArray();
    }

    /** Some at a time: the texts of a whole list are not all needed at once. */
    private final class Lines implements Iterator<AnnotatedLine> {
        private final long listId;
        private final RowFilter filter;
        private final Locale language;
        private List<DraftRow> some;
        private int at;

        Lines(long listId, RowFilter filter, Locale language) {
            this.listId = listId;
            this.filter = filter;
            this.language = language;
            this.some = windows.at(listId, filter, RowPlace.START, STEP);
        }

        @Override
        public boolean hasNext() {
            if (at == some.size() && at > 0) {
                some = windows.after(listId, filter, some.get(at - 1), STEP);
                at = 0;
            }
            return at < some.size();
        }

        @Override
        public AnnotatedLine next() {
            RowView row = RowView.of(some.get(at++));
            return new AnnotatedLine(
                    row.id().toString(),
                    row.number(),
                    row.texts(),
                    row.marks().stream()
                            .map(mark -> note(listId, mark, language))
                            .toList());
        }
    }

    private String sentence(long listId, RowView.Mark mark, Locale language) {
        if (mark.code().equals(ProblemCode.DUPLICATE_IN_FILE.name())
                && mark.args().size() == 1
                && mark.args().get(0) instanceof Number number) {
            String name = rows.nameAt(listId, number.intValue());
            if (!name.isEmpty()) {
                return Texts.get(language, mark.key() + "-named", number, name);
            }
        }
        return Texts.get(language, mark.key(), mark.args().toArray());
    }

    private AnnotatedLine.Note note(long listId, RowView.Mark mark, Locale language) {
        String sentence = sentence(listId, mark, language);
        return switch (mark.kind()) {
            case RowMark.ERROR ->
                new AnnotatedLine.Note(
                        mark.column(),
                        AnnotatedLine.Tone.ERROR,
                        Texts.get(language, "stafflist.error") + ": " + sentence);
            case RowMark.WARNING ->
                new AnnotatedLine.Note(
                        mark.column(),
                        AnnotatedLine.Tone.WARNING,
                        Texts.get(language, "stafflist.warning") + ": " + sentence);
            default ->
                new AnnotatedLine.Note(
                        mark.column(),
                        AnnotatedLine.Tone.REPAIR,
                        Texts.get(language, "stafflist.repaired-from", mark.given(), sentence));
        };
    }
}
