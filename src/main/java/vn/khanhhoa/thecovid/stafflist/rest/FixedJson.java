package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.FixOutcome;

/**
 * What became of an act on all cells of one kind.
 *
 * @param change id to undo it by, null where nothing changed
 * @param rows that it was done to
 * @param wrong those of them that still have an error in the column
 */
@JsonbNillable
@JsonbPropertyOrder({"change", "rows", "wrong"})
public record FixedJson(@Nullable String change, int rows, int wrong) {
    static FixedJson of(FixOutcome outcome) {
        return new FixedJson(outcome.change().map(PublicId::toString).orElse(null), outcome.lines(), outcome.wrong());
    }
}
