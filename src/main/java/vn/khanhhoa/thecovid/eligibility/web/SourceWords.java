package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.FacilityView;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;

/** Sources and facilities in words. */
@Named
@RequestScoped
public class SourceWords {
    private static final int HOURS_OF_A_DAY = 24;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    public String name(SourceView source) {
        return language.of(source.about().nameVi(), source.about().nameEn());
    }

    /** By when a record is to be known. */
    public String deadline(SourceView source) {
        Integer event = source.about().eventHours();
        Integer result = source.about().resultHours();
        List<String> parts = new ArrayList<>();
        String kind = source.kind().key();
        if (event != null) {
            parts.add(language.text(kind + ".after-event", time(event)));
        }
        if (result != null) {
            parts.add(language.text("eligibility.deadline.after-result", time(result)));
        }
        if (parts.isEmpty()) {
            return language.text("eligibility.deadline.none");
        }
        return parts.size() == 1
                ? parts.get(0)
                : language.text("eligibility.deadline.later-of", parts.get(0), parts.get(1));
    }

    private String time(int hours) {
        return hours % HOURS_OF_A_DAY == 0
                ? language.text("eligibility.deadline.days", hours / HOURS_OF_A_DAY)
                : language.text("eligibility.deadline.hours", hours);
    }

    /** From when to when it works. */
    public String period(FacilityView facility) {
        return facility.about().to() == null
                ? language.text(
                        "eligibility.facility.since",
                        formats.day(facility.about().from()))
                : language.text(
                        "eligibility.facility.from-to",
                        formats.day(facility.about().from()),
                        formats.day(facility.about().to()));
    }
}
