package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EditOutcome;

/**
 * What became of an act on rows.
 *
 * @param change id to undo it by, null where nothing changed
 * @param conflicts cells that were left alone, because they had another text than the caller saw
 */
@JsonbNillable
@JsonbPropertyOrder({"change", "rows", "conflicts"})
public record EditedJson(@Nullable String change, List<RowJson> rows, List<Conflict> conflicts) {
    /** @param text what stands there now */
    @JsonbPropertyOrder({"row", "column", "text"})
    public record Conflict(String row, String column, String text) {}

    static EditedJson of(EditOutcome outcome, List<RowJson> rows) {
        return new EditedJson(
                outcome.change().map(PublicId::toString).orElse(null),
                rows,
                outcome.conflicts().stream()
                        .map(conflict -> new Conflict(conflict.row().toString(), conflict.column(), conflict.text()))
                        .toList());
    }
}
