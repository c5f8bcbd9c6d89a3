package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Of the activities in the rows of a page: asked for once. */
@Named
@RequestScoped
public class ActivityNames {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable Map<String, String> names;

    public String of(List<String> codes) {
        Map<String, String> known = names;
        if (known == null) {
            known = new HashMap<>();
            for (ActivityView activity : catalogue.activities(LocalDate.now(clock))) {
                known.put(activity.code(), language.of(activity.nameVi(), activity.nameEn()));
            }
            names = known;
        }
        Map<String, String> found = known;
        return codes.stream().map(code -> found.getOrDefault(code, code)).collect(Collectors.joining("; "));
    }
}
