package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The pages of a preview. */
@ApplicationScoped
class StagedPages {
    private record Line(String columns, List<String> kept, DraftRow row) {}

    @Inject
    private DraftRows rows;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    List<StagedRowView> page(StaffList list, Upload upload, StagedEffect effect, int first, int count) {
        return effect == StagedEffect.MISSING
                ? missing(list, upload, first, count)
                : inFile(forms.of(list), upload, effect, first, count);
    }

    private List<StagedRowView> missing(StaffList list, Upload upload, int first, int count) {
        return sql.list(
                "SELECT r.line_number, r.name, r.state" + Staging.MISSING
                        + " ORDER BY r.line_number, r.id LIMIT ? OFFSET ?",
                row -> new StagedRowView(
                        row.getInt(1),
                        0,
                        row.getString(2),
                        RowState.valueOf(row.getString(3)),
                        List.of(),
                        List.of(),
                        false,
                        List.of()),
                list.id(),
                upload.id(),
                upload.id(),
                count,
                first);
    }

    private List<StagedRowView> inFile(FormDefinition form, Upload upload, StagedEffect effect, int first, int count) {
        List<Line> lines = sql.list(
                Staging.ROW
                        + " WHERE s.upload_id = ? AND s.effect = ? ORDER BY s.place, s.line_number, s.id LIMIT ? OFFSET"
                        + " ?",
                row -> new Line(
                        Objects.requireNonNullElse(row.getString("columns"), ""),
                        Staging.keys(row.getString("kept")),
                        rows.row(row, PublicId.random())),
                upload.id(),
                effect.name(),
                count,
                first);
        Map<Long, DraftRow> stored = effect == StagedEffect.CHANGED
                ? rows.byId(lines.stream().map(line -> line.row().id()).toList()).stream()
                        .collect(Collectors.toMap(DraftRow::id, Function.identity()))
                : Map.of();
        return lines.stream()
                .map(line -> view(form, line, stored.get(line.row().id())))
                .toList();
    }

    private static StagedRowView view(FormDefinition form, Line line, @Nullable DraftRow old) {
        DraftRow row = line.row();
        List<StagedRowView.Difference> differences =
                old == null || line.columns().isEmpty()
                        ? List.of()
                        : Arrays.stream(line.columns().split(" ", -1))
                                .flatMap(key -> form.column(key).stream())
                                .map(column -> StagedRowView.Difference.of(column, old, row))
                                .toList();
        return new StagedRowView(
                row.number(),
                row.fileRow(),
                row.name(),
                row.state(),
                differences,
                line.kept().stream()
                        .flatMap(key -> form.column(key).stream())
                        .map(column -> StagedRowView.Difference.of(
                                column,
                                row.cells().filed().getOrDefault(column.key(), ""),
                                row.cells().text(column.key())))
                        .toList(),
                old != null && differences.isEmpty(),
                DraftRowView.of(row, form).problems());
    }
}
