package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells of a workbook that hold a day and a time of day. */
class KeepingTimesOfDayTest {
    /** 5 October 2021 at half past eight, and at five in the afternoon. */
    private static final String MORNING = "44474.354166666664";

    private static final String FIVE = "44474.708333333336";
    private static final String DAY = "44474";

    private static FormColumn column(String key, ColumnType type) {
        return new FormColumn(key, type, false, List.of(), "", "Cột " + key, key, List.of(), "", "", 40, "");
    }

    private static List<String> cells(String number) {
        FormDefinition form = new FormDefinition(
                "X01",
                1,
                "Thử",
                "Test",
                LocalDate.of(2021, 1, 1),
                List.of(
                        column("moment", ColumnType.DATE_TIME),
                        column("day", ColumnType.DATE),
                        column("birth", ColumnType.BIRTH_DATE),
                        column("text", ColumnType.TEXT)));
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData><row r=\"1\">");
        form.columns()
                .forEach(each -> sheet.append("<c t=\"inlineStr\"><is><t>")
                        .append(each.key())
                        .append("</t></is></c>"));
        sheet.append("</row><row r=\"2\">")
                .append(("<c s=\"1\"><v>" + number + "</v></c>").repeat(4))
                .append("</row></sheetData></worksheet>");
        Map<String, byte[]> parts = ListFiles.parts("");
        parts.put("xl/worksheets/sheet1.xml", sheet.toString().getBytes(StandardCharsets.UTF_8));
        List<String> cells = new ArrayList<>();
        Reading reading = new ListReader(ReadingLimits.DEFAULT)
                .read(ListFiles.zip(parts), form, row -> cells.addAll(row.cells()));
        assertThat(reading).isInstanceOf(FinishedReading.class);
        return cells;
    }

    @Test
    void a_column_of_moments_has_the_time_and_others_the_day() {
        assertThat(cells(MORNING)).containsExactly("05/10/2021 08:30", "05/10/2021", "05/10/2021", "05/10/2021");
        assertThat(cells(DAY)).containsOnly("05/10/2021");
    }

    @Test
    void a_midnight_that_was_written_in_utc_does_not_pass_for_the_day_before() {
        assertThat(cells(FIVE))
                .containsExactly("05/10/2021 17:00", "05/10/2021 17:00", "05/10/2021 17:00", "05/10/2021");
    }
}
