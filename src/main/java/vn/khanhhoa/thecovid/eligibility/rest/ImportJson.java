package vn.khanhhoa.thecovid.eligibility.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.ImportRowView;
import vn.khanhhoa.thecovid.eligibility.ImportView;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;

/**
 * An import and the account of its rows.
 *
 * @param facility of rows that name none; null where none was named
 * @param problem why it was refused or stopped
 * @param sheets that were read; null where the file has none with a name
 * @param withdrawn null unless it was
 */
@JsonbNillable
@JsonbPropertyOrder({
    "id",
    "fileName",
    "size",
    "facility",
    "state",
    "busy",
    "problem",
    "rows",
    "people",
    "sheets",
    "ignoredColumns",
    "sentBy",
    "sentAt",
    "finishedAt",
    "withdrawn"
})
public record ImportJson(
        String id,
        String fileName,
        int size,
        @Nullable String facility,
        String state,
        boolean busy,
        @Nullable Reason problem,
        Rows rows,
        People people,
        @Nullable String sheets,
        List<String> ignoredColumns,
        String sentBy,
        Instant sentAt,
        @Nullable Instant finishedAt,
        @Nullable Withdrawn withdrawn) {

    /** Why nothing, or no more, was taken. */
    @JsonbNillable // of the type as well, or it is left out where it is null
    @JsonbPropertyOrder({"code", "detail"})
    public record Reason(String code, String detail) {}

    /**
     * Each row that was come to is new, replaces an earlier version, is known, or is bad.
     *
     * @param warned of those that were taken or known
     */
    @JsonbPropertyOrder({"total", "done", "added", "replacing", "same", "bad", "warned", "repaired"})
    public record Rows(int total, int done, int added, int replacing, int same, int bad, int warned, int repaired) {}

    /**
     * Whom the import names and the source had not named so before, and for how many of them people of the portal were looked
     * for.
     */
    @JsonbPropertyOrder({"named", "compared"})
    public record People(int named, int compared) {}

    @JsonbNillable
    @JsonbPropertyOrder({"by", "at", "reason"})
    public record Withdrawn(String by, Instant at, String reason) {}

    /** A row with something wrong. @param taken all the same: there are warnings only */
    @JsonbPropertyOrder({"row", "taken", "cells", "problems"})
    public record Row(int row, boolean taken, Map<String, String> cells, List<Problem> problems) {
        /** @param bundle of which source it came as a bundle of FHIR */
        static Row of(ImportRowView row, Optional<SourceKind> bundle, Locale language) {
            return new Row(
                    row.row(),
                    row.taken(),
                    row.cells(),
                    row.problems().stream()
                            .map(problem -> Problem.of(row.row(), problem, bundle, language))
                            .toList());
        }
    }

    /**
     * @param column empty for the row as a whole
     * @param path where it stands in the bundle, as FHIRPath writes it; null where it came otherwise
     */
    @JsonbNillable // of the type as well, or it is left out where it is null
    @JsonbPropertyOrder({"code", "column", "path", "severity", "detail"})
    public record Problem(
            String code, String column, @Nullable String path, String severity, String detail) {
        static Problem of(int row, RecordProblem problem, Optional<SourceKind> bundle, Locale language) {
            return new Problem(
                    problem.key(),
                    problem.column(),
                    bundle.map(kind -> BundlePath.of(row, kind, problem.column()))
                            .orElse(null),
                    problem.isError() ? "error" : "warning",
                    Texts.get(language, problem.key(), problem.args().toArray()));
        }
    }

    static ImportJson of(ImportView view, Locale language) {
        return new ImportJson(
                view.id().toString(),
                view.fileName(),
                view.size(),
                view.facility().isEmpty() ? null : view.facility(),
                ApiIds.word(view.state()),
                view.isBusy(),
                view.problemKey().isEmpty()
                        ? null
                        : new Reason(
                                view.problemKey(),
                                Texts.get(
                                        language,
                                        view.problemKey(),
                                        view.problemArgs().toArray())),
                new Rows(
                        view.total(),
                        view.done(),
                        view.added(),
                        view.replacing(),
                        view.same(),
                        view.bad(),
                        view.warned(),
                        view.repaired()),
                new People(view.people(), view.matched()),
                view.sheets().isEmpty() ? null : view.sheets(),
                view.ignored().isEmpty() ? List.of() : List.of(view.ignored().split("; ", -1)),
                view.sender(),
                view.sentAt(),
                view.finishedAt(),
                view.withdrawnAt() == null
                        ? null
                        : new Withdrawn(
                                view.withdrawer(), Objects.requireNonNull(view.withdrawnAt()), view.withdrawnWhy()));
    }
}
