package vn.khanhhoa.thecovid.stafflist;

import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Where a window into the lines begins: next to a line that is known or, without one and where it is gone, after so many.
 * While lines are mended and leave a filter, only a line tells the place for sure.
 */
public record RowPlace(Optional<PublicId> after, Optional<PublicId> before, int first) {
    public static final RowPlace START = at(0);

    public static RowPlace at(int first) {
        return new RowPlace(Optional.empty(), Optional.empty(), Math.max(0, first));
    }

    public static RowPlace after(PublicId row, int orAt) {
        return new RowPlace(Optional.of(row), Optional.empty(), Math.max(0, orAt));
    }

    public static RowPlace before(PublicId row, int orAt) {
        return new RowPlace(Optional.empty(), Optional.of(row), Math.max(0, orAt));
    }
}
