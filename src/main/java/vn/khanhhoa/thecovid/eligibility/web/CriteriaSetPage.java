package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaDifference;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetView;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.RuleForeseen;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaProblem;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One criteria set as its table, edited as long as it is a draft, then attested and put in force. */
@Named
@RequestScoped
public class CriteriaSetPage extends RulePage<CriteriaDifference> {
    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private CriteriaWords words;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable CriteriaSetView set;

    @PostConstruct
    void read() {
        fill();
    }

    public void load() {
        getSet();
    }

    public CriteriaSetView getSet() {
        CriteriaSetView known = set;
        if (known == null) {
            known = sets.read(actor.get(), id());
            set = known;
        }
        return known;
    }

    @Override
    public RuleSetSummary getSummary() {
        return getSet().summary();
    }

    @Override
    public String getKind() {
        return "criteria";
    }

    @Override
    public boolean isAttestable() {
        return getSet().attestable();
    }

    @Override
    public String getPath() {
        return "/criteria-office/criteria-set";
    }

    @Override
    String listPath() {
        return "/criteria-office/criteria-sets";
    }

    /** With each its place in front. */
    public List<Told> getErrors() {
        return texts(true);
    }

    /** What the set can be used with, and should be looked at. */
    public List<Told> getHints() {
        return texts(false);
    }

    private List<Told> texts(boolean errors) {
        return getSet().problems().stream()
                .filter(problem -> problem.isError() == errors)
                .map((CriteriaProblem problem) ->
                        told(problem.text(language.getLocale()), problem.row(), problem.column()))
                .toList();
    }

    public String cell(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        return typed(field(row.code(), column.key()), stored(row, column));
    }

    public String stored(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        return row.cells().getOrDefault(column.key(), "");
    }

    /** So that a save knows over what it was typed. */
    public String was(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        return seenIn(field(row.code(), column.key()), stored(row, column));
    }

    public void saveCells() {
        List<Sent> sent = changedFields();
        tellSaved(
                sets.saveCells(
                        actor.get(),
                        id(),
                        sent.stream()
                                .map(each -> new CriteriaSets.Cell(each.row(), each.column(), each.was(), each.text()))
                                .toList()),
                sent);
    }

    @Override
    void readAnew() {
        set = null;
    }

    @Override
    void save(String withCode, String vietnamese, String english, String byDocument) {
        sets.saveAbout(actor.get(), id(), getRevision(), withCode, vietnamese, english, byDocument);
    }

    @Override
    void attach(String fileName, byte[] content) {
        sets.attach(actor.get(), id(), getRevision(), fileName, content);
    }

    @Override
    void attachToShipped(String byDocument, String fileName, byte[] content) {
        sets.attachToShipped(actor.get(), id(), getRevision(), byDocument, fileName, content);
    }

    @Override
    void doAttest() {
        orders.attest(actor.get(), id(), getRevision());
    }

    @Override
    PublicId beginNext() {
        return sets.beginFrom(actor.get(), id());
    }

    @Override
    void doDiscard() {
        sets.discard(actor.get(), id(), getRevision());
    }

    @Override
    RuleForeseen<CriteriaDifference> foresee(long place, Instant begin) {
        return orders.foresee(actor.get(), id(), place, begin);
    }

    @Override
    void order(long place, String byDocument, Instant begin, int lastSeen) {
        orders.putInForce(actor.get(), id(), place, byDocument, begin, lastSeen, true);
    }

    @Override
    List<RuleOrderView> allOrders() {
        return orders.orders(actor.get());
    }

    @Override
    String difference(CriteriaDifference difference) {
        return words.difference(difference);
    }
}
