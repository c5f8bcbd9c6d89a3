package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.PublicId;

/** All versions of the condition matrix, and which is in force where. */
@Named
@RequestScoped
public class MatricesPage extends RuleListPage {
    @Inject
    private Matrices matrices;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Override
    public List<RuleSetSummary> getSets() {
        return matrices.list(actor.get());
    }

    @Override
    public String getKind() {
        return "matrix";
    }

    @Override
    public String getPath() {
        return "/criteria-office/matrix";
    }

    @Override
    List<RuleOrderView> orders() {
        return matrices.orders(actor.get());
    }

    @Override
    Optional<PublicId> beginFrom(String text) {
        Matrices.Imported imported = matrices.beginFromFile(actor.get(), text);
        refused(imported.problems().stream()
                .map(problem -> problem.text(language.getLocale()))
                .toList());
        return imported.id();
    }
}
