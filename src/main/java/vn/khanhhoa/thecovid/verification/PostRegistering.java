package vn.khanhhoa.thecovid.verification;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.FormCatalogue;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.Reading;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.intake.TemplateWorkbook;
import vn.khanhhoa.thecovid.intake.Unreadable;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Registers many posts by a sheet. Good rows become posts, each other row is told with what is wrong; a post of the same kind, name and
 * area is there already, so that a mended sheet makes none twice.
 */
@UseCase
public class PostRegistering {
    private static final FormDefinition FORM = form();
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_QUESTIONS = 3;

    /** @param column none for the row as a whole @param key of the sentence */
    public record Fault(int row, @Nullable FormColumn column, String key, List<Object> args) {}

    public record Outcome(int added, int known, List<Fault> faults) {}

    private record Place(PostKind kind, String name, long areaId) {}

    @Inject
    private Posts posts;

    @Inject
    private StoredPosts stored;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    private static FormDefinition form() {
        try (Reader forms = resource("post_form.csv");
                Reader columns = resource("post_column.csv")) {
            return FormCatalogue.read(forms, columns).version("P01", 1).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader resource(String name) {
        InputStream file = PostRegistering.class.getResourceAsStream("/verification/" + name);
        return new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8);
    }

    /** An empty sheet with what can be chosen. */
    @Requires(Permission.KEEP_POSTS)
    public byte[] template(Actor actor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(FORM, lists()).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Requires(Permission.KEEP_POSTS)
    public Outcome register(Actor actor, byte[] file) {
        List<ListRow> rows = read(file);
        if (rows.size() > MOST_ROWS) {
            throw new RuleViolation("verification.sheet-rows", MOST_ROWS);
        }
        LocalDate today = LocalDate.now(clock);
        RowChecker checker = new RowChecker(FORM, lists(), today, 1);
        Map<String, Long> communes =
                catalogue.communes(today).stream().collect(Collectors.toMap(AreaView::code, AreaView::id));
        Set<Place> there = new HashSet<>();
        stored.list(actor.agencyId(), PostFilter.ALL, 0, Integer.MAX_VALUE)
                .forEach(post -> there.add(place(post.form())));
        List<Fault> faults = new ArrayList<>();
        int added = 0;
        int known = 0;
        for (ListRow row : rows) {
            CheckedRow checked = checker.check(row);
            Optional<PostForm> form = form(checked, communes, faults);
            if (form.isPresent() && there.add(place(form.get()))) {
                posts.add(actor, form.get());
                added++;
            } else if (form.isPresent()) {
                known++;
            }
        }
        return new Outcome(added, known, faults);
    }

    private static List<ListRow> read(byte[] file) {
        ReadingChoices choices = ReadingChoices.NONE;
        for (int question = 0; question < MOST_QUESTIONS; question++) {
            List<ListRow> rows = new ArrayList<>();
            Reading reading = new ListReader(ReadingLimits.DEFAULT).read(file, FORM, choices, rows::add);
            if (reading instanceof FinishedReading) {
                return rows;
            } else if (reading instanceof Unreadable unreadable) {
                throw new RuleViolation(
                        unreadable.messageKey(), unreadable.args().toArray());
            }
            choices = answered((ReadingQuestion) reading, choices);
        }
        throw new IllegalStateException("a sheet of posts asks too much");
    }

    /** All sheets, and what looks like an old font converted: whoever sees the posts sees what became of it. */
    private static ReadingChoices answered(ReadingQuestion question, ReadingChoices before) {
        return question instanceof ReadingQuestion.WhichSheet which
                ? new ReadingChoices(
                        which.sheets().stream()
                                .map(ReadingQuestion.SheetOffer::name)
                                .toList(),
                        before.convertOldFont(),
                        Map.of())
                : new ReadingChoices(before.sheets(), Optional.of(true), Map.of());
    }

    /** Empty where something is wrong with the row, which is then among the faults. */
    private static Optional<PostForm> form(CheckedRow row, Map<String, Long> communes, List<Fault> faults) {
        row.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> faults.add(fault(problem)));
        if (!row.isGood()) {
            return Optional.empty();
        }
        PostKind kind = PostKind.valueOf(row.text("kind").orElseThrow());
        List<String> activities = row.codes("activities");
        PostForm form = new PostForm(
                kind,
                row.text("name").orElseThrow(),
                row.text("area").map(communes::get).orElse(0L),
                0,
                row.text("address").orElse(""),
                activities.isEmpty() ? kind.usual() : activities,
                (int) row.amount("visit_minutes").orElse(PostForm.USUAL_VISIT),
                PostForm.USUAL_STALE,
                "",
                "");
        try {
            return Optional.of(form.checked());
        } catch (RuleViolation rule) {
            faults.add(new Fault(row.rowNumber(), null, rule.code(), rule.args()));
            return Optional.empty();
        }
    }

    private static Place place(PostForm form) {
        return new Place(form.kind(), form.name().toLowerCase(Locale.ROOT), form.areaId());
    }

    private static Fault fault(RowProblem problem) {
        return new Fault(
                problem.rowNumber(),
                FORM.column(problem.columnKey()).orElse(null),
                problem.messageKey(),
                problem.args());
    }

    private ReferenceLists lists() {
        LocalDate today = LocalDate.now(clock);
        ReferenceLists areas = ReferenceLists.ofAreas(catalogue, today);
        List<Choice> activities = catalogue.activities(today).stream()
                .map(activity -> Choice.of(activity.code(), activity.nameVi()))
                .toList();
        return new ReferenceLists(
                areas.communes(), areas.formerCommunes(), areas.province(), List.of(), activities, List.of());
    }
}
