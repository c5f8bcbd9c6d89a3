package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Any two criteria sets, or any two versions of the matrix, side by side: what is not the same. */
@Named
@RequestScoped
public class ComparisonPage {
    private static final String MATRIX = "matrix";

    @Inject
    private CriteriaSets sets;

    @Inject
    private Matrices matrices;

    @Inject
    private CriteriaWords criteria;

    @Inject
    private ScenarioWords scenarios;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private @Nullable List<RuleSetSummary> versions;

    public void load() {
        getVersions();
    }

    public boolean isOfMatrices() {
        return parameters.text("kind").equals(MATRIX);
    }

    public List<RuleSetSummary> getVersions() {
        List<RuleSetSummary> known = versions;
        if (known == null) {
            known = isOfMatrices() ? matrices.list(actor.get()) : sets.list(actor.get());
            versions = known;
        }
        return known;
    }

    /** So that two of one code are told apart. */
    public String name(RuleSetSummary version) {
        return language.text(
                "eligibility.comparison.version",
                version.code(),
                language.of(version.nameVi(), version.nameEn()),
                formats.time(version.editedAt()),
                language.text(version.stateKey()));
    }

    public String getBefore() {
        return parameters.text("before");
    }

    public String getAfter() {
        return parameters.text("after");
    }

    private Optional<PublicId> chosen(String id) {
        return getVersions().stream()
                .map(RuleSetSummary::id)
                .filter(each -> each.toString().equals(id))
                .findFirst();
    }

    public boolean isChosen() {
        return chosen(getBefore()).isPresent() && chosen(getAfter()).isPresent();
    }

    public List<String> getDifferences() {
        PublicId before = chosen(getBefore()).orElseThrow();
        PublicId after = chosen(getAfter()).orElseThrow();
        return isOfMatrices()
                ? matrices.compare(actor.get(), before, after).stream()
                        .map(scenarios::difference)
                        .toList()
                : sets.compare(actor.get(), before, after).stream()
                        .map(criteria::difference)
                        .toList();
    }
}
