package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.verification.PaperView;
import vn.khanhhoa.thecovid.verification.Posts;

/** Posts in the reader's words. */
@Named
@RequestScoped
public class PostWords {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    public String area(long id) {
        return catalogue.area(id).map(AreaView::path).orElse("");
    }

    public String state(Posts.Openness openness) {
        return language.text(
                openness.open()
                        ? "verification.post-open"
                        : openness.kept() ? "verification.post-shut" : "verification.post-closed");
    }

    public String tone(Posts.Openness openness) {
        return openness.open() ? "good" : openness.kept() ? "neutral" : "warn";
    }

    /** When that changes; empty where it is not known. */
    public String changes(Posts.Openness openness) {
        return openness.changes() == null
                ? ""
                : language.text(
                        openness.open() ? "verification.post-closes-at" : "verification.post-opens-at",
                        formats.time(openness.changes()));
    }

    public String activities(List<String> codes) {
        List<String> names = codes.stream()
                .map(code -> catalogue.activities(LocalDate.now(clock)).stream()
                        .filter(activity -> activity.code().equals(code))
                        .map(activity -> language.of(activity.nameVi(), activity.nameEn()))
                        .findFirst()
                        .orElse(code))
                .toList();
        return String.join("; ", names);
    }

    public String hours(String hours) {
        return hours.isEmpty() ? language.text("verification.post-day-closed") : hours.replace(" ", ", ");
    }

    public String paper(PaperView paper) {
        return paper.name(language.getLocale());
    }

    private String standing(PaperView paper) {
        LocalDate today = LocalDate.now(clock);
        return paper.countsOn(today) ? "counts" : paper.from().isAfter(today) && !isOver(paper) ? "coming" : "over";
    }

    public String paperState(PaperView paper) {
        return language.text("verification.paper-" + standing(paper));
    }

    public String paperTone(PaperView paper) {
        return switch (standing(paper)) {
            case "counts" -> "good";
            case "coming" -> "progress";
            default -> "neutral";
        };
    }

    public boolean isOver(PaperView paper) {
        LocalDate last = paper.to();
        return last != null && (last.isBefore(LocalDate.now(clock)) || last.isBefore(paper.from()));
    }
}
