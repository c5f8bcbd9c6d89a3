package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;

/** Cells that were written before their texts were composed are read as if they had been. */
@InPortal
class ReadingStoredCellsIT {
    private static final String OLD = "{\"full_name\":\"Le\u0302  Thi\u0323 Ho\u0300a\",\"note\":\" \"}";

    @Test
    void of_lines() {
        assertThat(DraftCells.read(OLD).texts()).isEqualTo(Map.of("full_name", "Lê Thị Hòa"));
        assertThat(DraftCells.read("{\"cells\":" + OLD + "}").texts()).isEqualTo(Map.of("full_name", "Lê Thị Hòa"));
    }

    @Test
    void of_entries() {
        assertThat(Cells.read(OLD)).isEqualTo(Map.of("full_name", "Lê Thị Hòa"));
    }
}
