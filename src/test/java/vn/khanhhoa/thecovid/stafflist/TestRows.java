package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.intake.FormDefinition;

/** A good row of any form, for the workplace of {@link TestLists#factory()}. */
public final class TestRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private TestRows() {}

    /** @param own texts by column key, before those that every row has */
    public static List<String> of(FormDefinition form, LocalDate today, Map<String, String> own) {
        String number = TestLists.fresh();
        boolean passport = form.code().equals("M09");
        Map<String, String> cells = Map.ofEntries(
                Map.entry("full_name", "Nguyễn Thị Hòa"),
                Map.entry("birth_date", "1985"),
                Map.entry("sex", "Nữ"),
                Map.entry("nationality", passport ? "Hàn Quốc" : ""),
                Map.entry("document_kind", passport ? "Hộ chiếu" : "CCCD/Căn cước"),
                Map.entry(
                        "document_number", passport ? "C" + number.substring(0, 7) : "056185" + number.substring(0, 6)),
                Map.entry("address", "12 Trần Phú"),
                Map.entry("residence", "22327"),
                Map.entry("workplace", "Nhà máy Vĩnh Hòa"),
                Map.entry("activities", "LV_DN"),
                Map.entry("valid_from", DAY.format(today)),
                Map.entry("valid_to", DAY.format(today.plusDays(30))),
                Map.entry("sector", "ban le luong thuc trong cac cua hang chuyen doanh"),
                Map.entry("plate", "79C-123.45"),
                Map.entry("route_from", "Nha Trang"),
                Map.entry("route_to", "Cam Ranh"),
                Map.entry("reason", "Chăm sóc cha mẹ già"),
                Map.entry("vessel_number", "KH-90123-TS"));
        return form.columns().stream()
                .map(column -> own.getOrDefault(column.key(), cells.getOrDefault(column.key(), "")))
                .toList();
    }
}
