package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixDraft;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixProblem;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Versions of the condition matrix, written, attested and put in force as criteria sets are. A draft is kept right or wrong, with
 * each problem at its cell; one that would deny or hamper emergency care is never attested.
 */
@UseCase
public class Matrices {
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_ACTIVITIES = 200;
    private static final String VIETNAMESE = "vi";
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final Pattern ACTIVITY = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final String DENIED = "no";

    /** A draft that has one of these could not be edited by its cells. */
    private static final Set<MatrixProblem.Code> UNUSABLE = Set.of(
            MatrixProblem.Code.FILE_NOT_READABLE,
            MatrixProblem.Code.HEADER_WRONG,
            MatrixProblem.Code.SCENARIO_UNKNOWN,
            MatrixProblem.Code.SCENARIO_MISSING,
            MatrixProblem.Code.ACTIVITY_REPEATED);

    /** @param id of the draft; none where the file is not usable, for these problems */
    public record Imported(Optional<PublicId> id, List<MatrixProblem> problems) {}

    /** A cell as it is to be. @param was what stood there when it was begun to be changed */
    public record Cell(String activity, String scenario, String was, String text) {}

    /** What else is to be known of an activity. @param language {@code vi} or {@code en} */
    public record Note(String activity, String language, String was, String text) {}

    @Inject
    private StoredRules stored;

    @Inject
    private RuleDesk desk;

    /** The newest first. */
    @Requires(Permission.READ_CRITERIA)
    public List<RuleSetSummary> list(Actor actor) {
        return stored.all(RuleKind.MATRIX);
    }

    @Requires(Permission.READ_CRITERIA)
    public MatrixView read(Actor actor, PublicId id) {
        MatrixFile.Read read = read(stored.text(RuleKind.MATRIX, id).text());
        return new MatrixView(
                stored.summary(RuleKind.MATRIX, id),
                read.draft().orElseThrow(NotFound::new),
                read.matrix(),
                read.problems(),
                actor.may(Permission.ATTEST_CRITERIA) && !stored.isWrittenBy(id, actor.accountId()));
    }

    private static MatrixFile.Read read(String text) {
        return MatrixFile.read(text, ScenarioRegister.SCENARIOS);
    }

    /** At first the same as another version, but for the number of its document. */
    @Requires(Permission.DRAFT_CRITERIA)
    public PublicId beginFrom(Actor actor, PublicId other) {
        RuleText table = stored.text(RuleKind.MATRIX, other);
        return desk.begin(
                RuleKind.MATRIX,
                actor,
                new RuleText(table.code(), table.nameVi(), table.nameEn(), "", table.text()),
                other.toString());
    }

    /** The file holds the table alone: code and names are those of the version that comes with the portal, to be changed. */
    @Requires(Permission.DRAFT_CRITERIA)
    public Imported beginFromFile(Actor actor, String text) {
        MatrixFile.Read read = read(text);
        List<MatrixProblem> unusable = read.problems().stream()
                .filter(problem -> UNUSABLE.contains(problem.code()))
                .toList();
        if (!unusable.isEmpty() || read.draft().isEmpty()) {
            return new Imported(Optional.empty(), unusable);
        }
        MatrixDraft table = read.draft().get();
        RuleText shipped = ShippedRules.matrix();
        return new Imported(
                Optional.of(desk.begin(
                        RuleKind.MATRIX,
                        actor,
                        new RuleText(shipped.code(), shipped.nameVi(), shipped.nameEn(), "", MatrixFile.write(table)),
                        "file")),
                List.of());
    }

    /** @param document number of the document that puts it in force; may come later */
    @Requires(Permission.DRAFT_CRITERIA)
    public void saveAbout(
            Actor actor, PublicId id, int revision, String code, String nameVi, String nameEn, String document) {
        if (!CODE.matcher(code).matches()) {
            throw new RuleViolation("eligibility.code-malformed");
        }
        String number = OneLine.of(document, RuleDesk.LONGEST_NUMBER);
        String vietnamese = OneLine.of(nameVi, LONGEST_TEXT);
        String english = OneLine.of(nameEn, LONGEST_TEXT);
        desk.change(
                RuleKind.MATRIX,
                actor,
                id,
                revision,
                Map.of("changed", "about"),
                table -> new RuleText(code, vietnamese, english, number, table.text()));
    }

    /**
     * Right or wrong: what is wrong is told at the cell and keeps the matrix from being attested only. A cell that somebody
     * else changed meanwhile stays as they left it, and so does a note, whose column is its language.
     */
    @Requires(Permission.DRAFT_CRITERIA)
    public SavedCells saveCells(Actor actor, PublicId id, List<Cell> cells, List<Note> notes) {
        CellMerge merge = new CellMerge();
        RuleSetSummary before = desk.changeCells(RuleKind.MATRIX, actor, id, text -> {
            MatrixDraft table = read(text.text()).draft().orElseThrow(NotFound::new);
            MatrixDraft changed = table;
            for (Cell cell : cells) {
                String typed = OneLine.of(cell.text(), LONGEST_TEXT);
                Optional<MatrixDraft.Row> row =
                        table.scenarios().contains(cell.scenario()) ? changed.row(cell.activity()) : Optional.empty();
                Optional<String> now = row.map(each -> each.cells().getOrDefault(cell.scenario(), ""));
                if (merge.takes(cell.activity(), cell.scenario(), cell.was(), typed, now)) {
                    changed = changed.with(row.orElseThrow().with(cell.scenario(), typed));
                }
            }
            for (Note note : notes) {
                String typed = OneLine.of(note.text(), LONGEST_TEXT);
                boolean vietnamese = note.language().equals(VIETNAMESE);
                Optional<MatrixDraft.Row> row = changed.row(note.activity());
                Optional<String> now = row.map(each -> vietnamese ? each.noteVi() : each.noteEn());
                if (merge.takes(note.activity(), note.language(), note.was(), typed, now)) {
                    MatrixDraft.Row noted = row.orElseThrow();
                    changed = changed.with(
                            vietnamese
                                    ? noted.withNotes(typed, noted.noteEn())
                                    : noted.withNotes(noted.noteVi(), typed));
                }
            }
            return changed.equals(table) ? text : withTable(text, changed);
        });
        return merge.saved(before);
    }

    private static MatrixDraft.Row row(MatrixDraft table, String activity) {
        return table.row(activity).orElseThrow(NotFound::new);
    }

    private void change(
            Actor actor, PublicId id, int revision, Map<String, String> details, UnaryOperator<MatrixDraft> how) {
        desk.change(RuleKind.MATRIX, actor, id, revision, details, table -> {
            MatrixDraft changed = how.apply(read(table.text()).draft().orElseThrow(NotFound::new));
            return withTable(table, changed);
        });
    }

    private static RuleText withTable(RuleText before, MatrixDraft changed) {
        return new RuleText(
                before.code(), before.nameVi(), before.nameEn(), before.document(), MatrixFile.write(changed));
    }

    /** At first denied to everybody. */
    @Requires(Permission.DRAFT_CRITERIA)
    public void addActivity(Actor actor, PublicId id, int revision, String activity) {
        if (!ACTIVITY.matcher(activity).matches()) {
            throw new RuleViolation("eligibility.activity-code-malformed");
        }
        change(actor, id, revision, Map.of("activity", activity), table -> {
            if (table.row(activity).isPresent()) {
                throw new RuleViolation("eligibility.activity-there-already", activity);
            }
            if (table.rows().size() >= MOST_ACTIVITIES) {
                throw new RuleViolation("eligibility.too-many-activities", MOST_ACTIVITIES);
            }
            Map<String, String> cells = new LinkedHashMap<>();
            String denied = String.join(
                    "/", table.levels().stream().map(level -> DENIED).toList());
            table.scenarios().forEach(scenario -> cells.put(scenario, denied));
            return table.with(new MatrixDraft.Row(activity, cells, "", ""));
        });
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public void removeActivity(Actor actor, PublicId id, int revision, String activity) {
        if (activity.equals(ConditionMatrix.EMERGENCY)) {
            throw new RuleViolation("eligibility.emergency-care-denied");
        }
        change(actor, id, revision, Map.of("activity", activity, "changed", "removed"), table -> {
            row(table, activity);
            return table.without(activity);
        });
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public void attach(Actor actor, PublicId id, int revision, String fileName, byte[] content) {
        desk.attach(RuleKind.MATRIX, actor, id, revision, fileName, content);
    }

    /** What the version that came with the portal is to be compared with. */
    @Requires(Permission.DRAFT_CRITERIA)
    public void attachToShipped(
            Actor actor, PublicId id, int revision, String document, String fileName, byte[] content) {
        String number = OneLine.of(document, RuleDesk.LONGEST_NUMBER);
        desk.attachToShipped(
                RuleKind.MATRIX,
                actor,
                id,
                revision,
                table -> new RuleText(table.code(), table.nameVi(), table.nameEn(), number, table.text()),
                fileName,
                content);
    }

    @Requires(Permission.READ_CRITERIA)
    public DocumentContent document(Actor actor, PublicId id) {
        return desk.document(RuleKind.MATRIX, id);
    }

    /** As it can be read again. */
    @Requires(Permission.READ_CRITERIA)
    public DocumentContent file(Actor actor, PublicId id) {
        RuleText table = stored.text(RuleKind.MATRIX, id);
        return new DocumentContent(
                table.code() + ".csv", "text/csv", ("\uFEFF" + table.text()).getBytes(StandardCharsets.UTF_8));
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public void discard(Actor actor, PublicId id, int revision) {
        desk.discard(RuleKind.MATRIX, actor, id, revision);
    }

    @Requires(Permission.ATTEST_CRITERIA)
    public void attest(Actor actor, PublicId id, int revision) {
        desk.attest(
                RuleKind.MATRIX,
                actor,
                id,
                revision,
                read(stored.text(RuleKind.MATRIX, id).text()).matrix().isPresent());
    }

    /** Of all places, the last to begin first. */
    @Requires(Permission.READ_CRITERIA)
    public List<RuleOrderView> orders(Actor actor) {
        return desk.orders(RuleKind.MATRIX);
    }

    @Requires(Permission.ISSUE_CRITERIA)
    public RuleForeseen<MatrixDifference> foresee(Actor actor, PublicId id, long areaId, Instant from) {
        return desk.foresee(RuleKind.MATRIX, actor, id, areaId, from, Matrices::differences);
    }

    private static List<MatrixDifference> differences(RuleText before, RuleText after) {
        return MatrixDifference.between(
                read(before.text()).draft().orElseThrow(NotFound::new),
                read(after.text()).draft().orElseThrow(NotFound::new));
    }

    /** In what the second is not as the first. */
    @Requires(Permission.READ_CRITERIA)
    public List<MatrixDifference> compare(Actor actor, PublicId before, PublicId after) {
        return differences(stored.text(RuleKind.MATRIX, before), stored.text(RuleKind.MATRIX, after));
    }

    @Requires(Permission.ISSUE_CRITERIA)
    public void putInForce(
            Actor actor, PublicId id, long areaId, String document, Instant from, int seen, boolean pastConfirmed) {
        desk.putInForce(RuleKind.MATRIX, actor, id, areaId, document, from, seen, pastConfirmed);
    }

    /** One order with what follows where it ends. @param number that it has among those of the place */
    @Requires(Permission.READ_CRITERIA)
    public RuleOrderView order(Actor actor, long areaId, int number) {
        return desk.order(RuleKind.MATRIX, areaId, number);
    }

    /** What is in force around the place, and would be there if it had none of its own. */
    @Requires(Permission.READ_CRITERIA)
    public Optional<RuleOrderView> around(Actor actor, long areaId, Instant at) {
        return desk.around(RuleKind.MATRIX, areaId, at);
    }

    /** Of the place's last order, of which whoever ends one must know. */
    @Requires(Permission.READ_CRITERIA)
    public int lastNumber(Actor actor, long areaId) {
        return desk.lastNumber(RuleKind.MATRIX, areaId);
    }

    /** From then on the place has none of its own. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void end(
            Actor actor, long areaId, int number, String document, Instant at, int seen, boolean pastConfirmed) {
        desk.end(RuleKind.MATRIX, actor, areaId, number, document, at, seen, pastConfirmed);
    }

    /** Only before it begins. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void takeBack(Actor actor, long areaId, int number, int seen) {
        desk.takeBack(RuleKind.MATRIX, actor, areaId, number, seen);
    }
}
