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
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

/** Lines of a draft as a workbook to mend and upload again, with what became of them: it updates the same lines. */
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
    private LineResults results;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] of(Actor actor, PublicId listId, RowFilter filter, Locale language) {
        StaffList list = lists.own(actor, listId);
        return workbook(
                actor,
                list,
                !filter.equals(RowFilter.ALL),
                language,
                () -> new Lines(list.id(), filter, row -> true, language));
    }

    /** Of the entries that a filter lets through, those that have their line still. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] ofEntries(Actor actor, PublicId listId, EntryFilter filter, Locale language) {
        StaffList list = lists.own(actor, listId);
        Set<Long> wanted = results.entries(list.id(), filter);
        return workbook(
                actor,
                list,
                true,
                language,
                () -> new Lines(list.id(), RowFilter.ALL, row -> wanted.contains(row.entryId()), language));
    }

    private byte[] workbook(Actor actor, StaffList list, boolean part, Locale language, Iterable<AnnotatedLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnnotatedWorkbook workbook = new AnnotatedWorkbook(
                forms.of(list),
                forms.references(list.organisationId(), LocalDate.now(clock)),
                Texts.get(language, "stafflist.number-column"),
                Texts.get(language, "stafflist.problems-column"),
                LineResults.headings(language));
        try {
            workbook.write(lines, part, out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.problems-taken", "list", list.publicId()));
        return out.toByteArray();
    }

    /** Some at a time: the texts of a whole list are not all needed at once. */
    private final class Lines implements Iterator<AnnotatedLine> {
        private final long listId;
        private final RowFilter filter;
        private final Predicate<DraftRow> wanted;
        private final Locale language;
        private List<DraftRow> some;
        private Map<Long, List<String>> told;
        private @Nullable DraftRow last;
        private int at;

        Lines(long listId, RowFilter filter, Predicate<DraftRow> wanted, Locale language) {
            this.listId = listId;
            this.filter = filter;
            this.wanted = wanted;
            this.language = language;
            this.some = List.of();
            this.told = Map.of();
            take(windows.at(listId, filter, RowPlace.START, STEP));
        }

        private void take(List<DraftRow> next) {
            last = next.isEmpty() ? null : next.get(next.size() - 1);
            some = next.stream().filter(wanted).toList();
            told = results.of(some, language);
            at = 0;
        }

        @Override
        public boolean hasNext() {
            DraftRow end = last;
            while (at == some.size() && end != null) {
                take(windows.after(listId, filter, end, STEP));
                end = last;
            }
            return at < some.size();
        }

        @Override
        public AnnotatedLine next() {
            DraftRow next = some.get(at++);
            RowView row = RowView.of(next);
            return new AnnotatedLine(
                    row.id().toString(),
                    row.number(),
                    row.texts(),
                    row.marks().stream()
                            .map(mark -> note(listId, mark, language))
                            .toList(),
                    told.getOrDefault(next.id(), List.of()));
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
