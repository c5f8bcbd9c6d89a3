package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.CheckedCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaFile;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaProblem;
import vn.khanhhoa.thecovid.eligibility.criteria.Explainer;
import vn.khanhhoa.thecovid.eligibility.criteria.Explanation;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.eligibility.criteria.ProblemCode;
import vn.khanhhoa.thecovid.eligibility.criteria.Vocabulary;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Health officers write criteria sets: a draft is begun from a shipped set, another version or a file, and edited cell by
 * cell. It is kept right or wrong, with each problem at its cell; what is attested is not changed any more.
 */
@UseCase
public class CriteriaSets {
    /** What facts and cells may name. */
    public static final Vocabulary VOCABULARY = Vocabulary.shipped();

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_ROWS = 200;
    /** A draft that has one of these could not be edited by its cells. */
    private static final Set<ProblemCode> UNUSABLE =
            Set.of(ProblemCode.CODE_MALFORMED, ProblemCode.CODE_REPEATED, ProblemCode.TOO_LONG);

    /** One of the sets that a draft can begin from. */
    public record Shipped(String code, String nameVi, String nameEn) {}

    /** @param id of the draft; none where the file is not usable, for these problems */
    public record Imported(Optional<PublicId> id, List<CriteriaProblem> problems) {}

    /** A cell as it is to be. @param was what stood there when it was begun to be changed */
    public record Cell(String row, String column, String was, String text) {}

    @Inject
    private StoredRules stored;

    @Inject
    private RuleDesk desk;

    /** The newest first. */
    @Requires(Permission.READ_CRITERIA)
    public List<RuleSetSummary> list(Actor actor) {
        return stored.all(RuleKind.CRITERIA);
    }

    @Requires(Permission.READ_CRITERIA)
    public CriteriaSetView read(Actor actor, PublicId id) {
        RuleSetSummary summary = stored.summary(RuleKind.CRITERIA, id);
        CriteriaDraft table = table(id);
        CheckedCriteria checked = CriteriaCheck.check(table, VOCABULARY);
        return new CriteriaSetView(
                summary,
                table,
                checked.set(),
                checked.problems(),
                actor.may(Permission.ATTEST_CRITERIA) && !stored.isWrittenBy(id, actor.accountId()));
    }

    private CriteriaDraft table(PublicId id) {
        return table(stored.text(RuleKind.CRITERIA, id));
    }

    static CriteriaDraft table(RuleText text) {
        return CriteriaFile.read(text.text()).draft().orElseThrow(NotFound::new);
    }

    /** In what the second is not as the first. */
    @Requires(Permission.READ_CRITERIA)
    public List<CriteriaDifference> compare(Actor actor, PublicId before, PublicId after) {
        return CriteriaDifference.between(table(before), table(after));
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public List<Shipped> shipped(Actor actor) {
        return shippedTables().stream()
                .map(table -> new Shipped(table.code(), table.nameVi(), table.nameEn()))
                .toList();
    }

    private static List<CriteriaDraft> shippedTables() {
        return CriteriaFile.shipped().stream()
                .flatMap(text -> CriteriaFile.read(text).draft().stream())
                .toList();
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public PublicId beginFromShipped(Actor actor, String code) {
        return begin(
                actor,
                shippedTables().stream()
                        .filter(table -> table.code().equals(code))
                        .findFirst()
                        .orElseThrow(NotFound::new),
                code);
    }

    /** At first the same as another version, but for the number of its document. */
    @Requires(Permission.DRAFT_CRITERIA)
    public PublicId beginFrom(Actor actor, PublicId other) {
        CriteriaDraft table = table(other);
        return begin(actor, about(table, table.code(), table.nameVi(), table.nameEn(), ""), other.toString());
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public Imported beginFromFile(Actor actor, String text) {
        CriteriaFile.Read read = CriteriaFile.read(text);
        if (read.draft().isEmpty()) {
            return new Imported(Optional.empty(), read.problems());
        }
        CriteriaDraft table = read.draft().get();
        List<CriteriaProblem> unusable = CriteriaCheck.check(table, VOCABULARY).problems().stream()
                .filter(problem -> UNUSABLE.contains(problem.code()))
                .toList();
        return unusable.isEmpty()
                ? new Imported(Optional.of(begin(actor, table, "file")), List.of())
                : new Imported(Optional.empty(), unusable);
    }

    private PublicId begin(Actor actor, CriteriaDraft table, String from) {
        return desk.begin(RuleKind.CRITERIA, actor, ShippedRules.text(table), from);
    }

    /** @param document number of the document that puts it in force; may come later */
    @Requires(Permission.DRAFT_CRITERIA)
    public void saveAbout(
            Actor actor, PublicId id, int revision, String code, String nameVi, String nameEn, String document) {
        String number = OneLine.of(document, RuleDesk.LONGEST_NUMBER);
        String vietnamese = OneLine.of(nameVi, LONGEST_TEXT);
        String english = OneLine.of(nameEn, LONGEST_TEXT);
        change(
                actor,
                id,
                revision,
                Map.of("changed", "about"),
                table -> about(table, code, vietnamese, english, number));
    }

    private static CriteriaDraft about(
            CriteriaDraft table, String code, String nameVi, String nameEn, String document) {
        return new CriteriaDraft(
                code, nameVi, nameEn, table.place(), document, table.levels(), table.columns(), table.rows());
    }

    /**
     * Right or wrong: what is wrong is told at the cell and keeps the set from being attested only. A cell that somebody else
     * changed meanwhile stays as they left it.
     */
    @Requires(Permission.DRAFT_CRITERIA)
    public SavedCells saveCells(Actor actor, PublicId id, List<Cell> cells) {
        CellMerge merge = new CellMerge();
        RuleSetSummary before = desk.changeCells(RuleKind.CRITERIA, actor, id, text -> {
            CriteriaDraft changed = table(text);
            for (Cell cell : cells) {
                String typed = OneLine.of(cell.text(), LONGEST_TEXT);
                if (merge.takes(cell.row(), cell.column(), cell.was(), typed, stored(changed, cell))) {
                    changed = changed.with(cell.row(), cell.column(), typed);
                }
            }
            return changed.equals(table(text)) ? text : usable(changed);
        });
        return merge.saved(before);
    }

    private static Optional<String> stored(CriteriaDraft table, Cell cell) {
        if (table.columns().stream().noneMatch(column -> column.key().equals(cell.column()))) {
            return Optional.empty();
        }
        return table.rows().stream()
                .filter(row -> row.code().equals(cell.row()))
                .map(row -> row.cells().getOrDefault(cell.column(), ""))
                .findFirst();
    }

    /**
     * A row without its cells: what it is called, which level it gives, whether it blocks.
     *
     * @param replaced code of the row that it is; empty for a new one, which stands before the last
     */
    @Requires(Permission.DRAFT_CRITERIA)
    public void saveRow(Actor actor, PublicId id, int revision, String replaced, CriteriaDraft.Row row) {
        CriteriaDraft.Row written = new CriteriaDraft.Row(
                row.code().strip(),
                row.level(),
                row.blocking(),
                OneLine.of(row.nameVi(), LONGEST_TEXT),
                OneLine.of(row.nameEn(), LONGEST_TEXT),
                OneLine.of(row.remarkVi(), LONGEST_TEXT),
                OneLine.of(row.remarkEn(), LONGEST_TEXT),
                row.cells());
        change(actor, id, revision, Map.of("row", written.code()), table -> {
            List<CriteriaDraft.Row> rows = new ArrayList<>(table.rows());
            if (replaced.isEmpty()) {
                if (rows.size() >= MOST_ROWS) {
                    throw new RuleViolation("eligibility.too-many-rows", MOST_ROWS);
                }
                rows.add(newPlace(rows, written), written);
            } else {
                int at = rows.indexOf(row(table, replaced));
                rows.set(at, withCells(written, rows.get(at).cells()));
            }
            return table.withRows(rows);
        });
    }

    /** Behind the blocking rows if it is one, else before the last, which answers for everybody else. */
    private static int newPlace(List<CriteriaDraft.Row> rows, CriteriaDraft.Row row) {
        if (row.blocking()) {
            return (int) rows.stream().takeWhile(CriteriaDraft.Row::blocking).count();
        }
        return Math.max(0, rows.size() - 1);
    }

    private static CriteriaDraft.Row withCells(CriteriaDraft.Row row, Map<String, String> cells) {
        return new CriteriaDraft.Row(
                row.code(),
                row.level(),
                row.blocking(),
                row.nameVi(),
                row.nameEn(),
                row.remarkVi(),
                row.remarkEn(),
                cells);
    }

    private static CriteriaDraft.Row row(CriteriaDraft table, String code) {
        return table.rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** One place up or down; at the end of the table it stays. */
    @Requires(Permission.DRAFT_CRITERIA)
    public void moveRow(Actor actor, PublicId id, int revision, String code, boolean up) {
        change(actor, id, revision, Map.of("row", code), table -> {
            List<CriteriaDraft.Row> rows = new ArrayList<>(table.rows());
            int at = rows.indexOf(row(table, code));
            int to = up ? Math.max(0, at - 1) : Math.min(rows.size() - 1, at + 1);
            Collections.swap(rows, at, to);
            return table.withRows(rows);
        });
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public void removeRow(Actor actor, PublicId id, int revision, String code) {
        change(actor, id, revision, Map.of("row", code, "changed", "removed"), table -> {
            CriteriaDraft.Row gone = row(table, code);
            return table.withRows(
                    table.rows().stream().filter(Predicate.not(gone::equals)).toList());
        });
    }

    private void change(
            Actor actor, PublicId id, int revision, Map<String, String> details, UnaryOperator<CriteriaDraft> how) {
        desk.change(RuleKind.CRITERIA, actor, id, revision, details, text -> usable(how.apply(table(text))));
    }

    private static RuleText usable(CriteriaDraft changed) {
        CriteriaCheck.check(changed, VOCABULARY).problems().stream()
                .filter(problem -> UNUSABLE.contains(problem.code()))
                .findFirst()
                .ifPresent(problem -> {
                    throw problem.code() == ProblemCode.CODE_REPEATED
                            ? new RuleViolation("eligibility.code-taken", problem.row())
                            : new RuleViolation("eligibility.code-malformed");
                });
        return ShippedRules.text(changed);
    }

    /** The signed document, as PDF; takes the place of one that was attached before. */
    @Requires(Permission.DRAFT_CRITERIA)
    public void attach(Actor actor, PublicId id, int revision, String fileName, byte[] content) {
        desk.attach(RuleKind.CRITERIA, actor, id, revision, fileName, content);
    }

    /** What a set that came with the portal is to be compared with. */
    @Requires(Permission.DRAFT_CRITERIA)
    public void attachToShipped(
            Actor actor, PublicId id, int revision, String document, String fileName, byte[] content) {
        String number = OneLine.of(document, RuleDesk.LONGEST_NUMBER);
        desk.attachToShipped(
                RuleKind.CRITERIA,
                actor,
                id,
                revision,
                text -> {
                    CriteriaDraft table = table(text);
                    return ShippedRules.text(about(table, table.code(), table.nameVi(), table.nameEn(), number));
                },
                fileName,
                content);
    }

    @Requires(Permission.READ_CRITERIA)
    public DocumentContent document(Actor actor, PublicId id) {
        return desk.document(RuleKind.CRITERIA, id);
    }

    /** As it can be read again. */
    @Requires(Permission.READ_CRITERIA)
    public DocumentContent file(Actor actor, PublicId id) {
        CriteriaDraft table = table(id);
        return new DocumentContent(
                table.code() + ".json",
                "application/json",
                CriteriaFile.write(table).getBytes(StandardCharsets.UTF_8));
    }

    @Requires(Permission.DRAFT_CRITERIA)
    public void discard(Actor actor, PublicId id, int revision) {
        desk.discard(RuleKind.CRITERIA, actor, id, revision);
    }

    /** What it would say of an example person, and why. Nothing of it is kept. */
    @Requires(Permission.READ_CRITERIA)
    public Explanation explain(Actor actor, PublicId id, Optional<LocalDate> born, List<Fact> facts, Instant at) {
        return CriteriaCheck.check(table(id), VOCABULARY)
                .set()
                .map(set -> new Explainer(new CompiledCriteria(set, VOCABULARY))
                        .explain(new PersonFacts(VOCABULARY, born, facts), at, at.truncatedTo(ChronoUnit.MICROS)))
                .orElseThrow(() -> new RuleViolation("eligibility.set-has-errors"));
    }
}
