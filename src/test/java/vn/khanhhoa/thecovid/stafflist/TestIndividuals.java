package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.PublicId;

/** People without an employer, as they fill in the form. */
@ApplicationScoped
public class TestIndividuals {
    public static final String NAME = "Trần Thị Bé Năm";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private IndividualEntries individuals;

    @Inject
    private Clock clock;

    /** A person of Phường Vĩnh Hòa whom no other test has. */
    public Map<String, String> person() {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> cells = new HashMap<>();
        cells.put("full_name", NAME);
        cells.put("birth_date", "07/03/1985");
        cells.put("sex", "FEMALE");
        cells.put("document_kind", "CCCD");
        cells.put(
                "document_number",
                "056185" + "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)));
        cells.put("phone", "0905123456");
        cells.put("address", "12 Yersin");
        cells.put("residence", "Phường Vĩnh Hòa, Thành phố Nha Trang");
        cells.put("activities", "YT_KHAM; CHO");
        cells.put("valid_from", DAY.format(today));
        cells.put("valid_to", DAY.format(today.plusDays(20)));
        cells.put("reason", "Đưa mẹ già đi khám bệnh");
        return cells;
    }

    public IndividualEntries.Sent sent(Map<String, String> cells) {
        return (IndividualEntries.Sent) individuals.send(
                Actor.VISITOR, PublicId.random(), cells, PublicId.random().toString());
    }
}
