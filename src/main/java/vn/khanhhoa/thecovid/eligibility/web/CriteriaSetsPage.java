package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.PublicId;

/** All criteria sets, what is in force where, and the ways to begin a draft. */
@Named
@RequestScoped
public class CriteriaSetsPage extends RuleListPage {
    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    private String shipped = "";

    @Override
    public List<RuleSetSummary> getSets() {
        return sets.list(actor.get());
    }

    @Override
    public String getKind() {
        return "criteria";
    }

    @Override
    public String getPath() {
        return "/criteria-office/criteria-set";
    }

    @Override
    List<RuleOrderView> orders() {
        return orders.orders(actor.get());
    }

    @Override
    Optional<PublicId> beginFrom(String text) {
        CriteriaSets.Imported imported = sets.beginFromFile(actor.get(), text);
        refused(imported.problems().stream()
                .map(problem -> problem.text(language.getLocale()))
                .toList());
        return imported.id();
    }

    public List<SelectItem> getShippedSets() {
        return sets.shipped(actor.get()).stream()
                .map(set -> new SelectItem(set.code(), language.of(set.nameVi(), set.nameEn())))
                .toList();
    }

    public void begin() {
        begun(sets.beginFromShipped(actor.get(), shipped));
    }

    public String getShipped() {
        return shipped;
    }

    public void setShipped(String shipped) {
        this.shipped = shipped;
    }
}
