package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** What sources of health data say of people of entries, read and matched here and now. */
@ApplicationScoped
public class TestHealth {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TEST = "Thời gian lấy mẫu;Loại mẫu;Phương pháp;Kết quả;Thời gian có kết quả";
    private static final String DOSE = "Tên vắc xin;Mũi số;Ngày tiêm";
    private static final String RECOVERY = "Ngày dương tính;Ngày công bố khỏi bệnh;Loại giấy";

    @Inject
    private TestSources sources;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Clock clock;

    /** Two doses, the second twenty days ago. @param reviewer of the agency where the entry lies */
    public PublicId vaccinatedTwice(Actor reviewer, EntryView entry) {
        return records(reviewer, SourceKind.VACCINATION, entry, DOSE, "AZ;1;" + day(110), "AZ;2;" + day(20));
    }

    public PublicId positive(Actor reviewer, EntryView entry) {
        return records(
                reviewer,
                SourceKind.TESTING,
                entry,
                TEST,
                day(1) + " 08:00;Mẫu đơn;RT-PCR;Dương tính;" + day(1) + " 12:00");
    }

    /** Today, of what began yesterday. */
    public PublicId recovered(Actor reviewer, EntryView entry) {
        return records(reviewer, SourceKind.TREATMENT, entry, RECOVERY, day(1) + ";" + day(0) + ";Giấy ra viện");
    }

    private String day(int daysAgo) {
        return DAY.format(LocalDate.now(clock).minusDays(daysAgo));
    }

    private PublicId records(Actor reviewer, SourceKind kind, EntryView entry, String headings, String... rest) {
        Actor officer = sources.officer("TTYT-570");
        String document = reviewing.numbers(reviewer, entry.id()).stream()
                .map(EntryView.Cell::text)
                .filter(text -> text.matches("\\d{12}"))
                .findFirst()
                .orElseThrow();
        PublicId source = sources.source(officer, kind);
        sources.facility(officer, source, "DIEM-1");
        List<String> lines = new ArrayList<>(List.of("Họ và tên;Ngày sinh;CCCD;Cơ sở;" + headings));
        for (String line : rest) {
            lines.add(entry.name() + ";" + entry.birthYear() + ";" + document + ";DIEM-1;" + line);
        }
        PublicId id = sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)))
                .id();
        sources.match();
        return id;
    }
}
