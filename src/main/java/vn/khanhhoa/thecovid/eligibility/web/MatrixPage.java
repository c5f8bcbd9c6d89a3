package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.eligibility.MatrixDifference;
import vn.khanhhoa.thecovid.eligibility.MatrixView;
import vn.khanhhoa.thecovid.eligibility.RuleForeseen;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixDraft;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixProblem;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One version of the condition matrix, edited as long as it is a draft, then attested and put in force. */
@Named
@RequestScoped
public class MatrixPage extends RulePage<MatrixDifference> {
    private static final String NOTE = "note";

    @Inject
    private Matrices matrices;

    @Inject
    private ScenarioWords words;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable MatrixView matrix;
    private String activity = "";

    @PostConstruct
    void read() {
        fill();
    }

    public void load() {
        getMatrix();
    }

    public MatrixView getMatrix() {
        MatrixView known = matrix;
        if (known == null) {
            known = matrices.read(actor.get(), id());
            matrix = known;
        }
        return known;
    }

    @Override
    public RuleSetSummary getSummary() {
        return getMatrix().summary();
    }

    @Override
    public String getKind() {
        return "matrix";
    }

    @Override
    public boolean isAttestable() {
        return getMatrix().attestable();
    }

    @Override
    public String getPath() {
        return "/criteria-office/matrix";
    }

    @Override
    String listPath() {
        return "/criteria-office/matrices";
    }

    /** With each its place in front. */
    public List<Told> getErrors() {
        return texts(true);
    }

    /** What the matrix can be used with, and should be looked at. */
    public List<Told> getHints() {
        return texts(false);
    }

    private List<Told> texts(boolean errors) {
        return getMatrix().problems().stream()
                .filter(problem -> problem.isError() == errors)
                .map((MatrixProblem problem) ->
                        told(problem.text(language.getLocale()), problem.activity(), problem.scenario()))
                .toList();
    }

    /** At a cell; of the row alone where the scenario is empty. */
    public List<String> problems(String row, String scenario) {
        return getMatrix().problems().stream()
                .filter(problem ->
                        problem.activity().equals(row) && problem.scenario().equals(scenario))
                .map(problem -> problem.sentence(language.getLocale()))
                .toList();
    }

    /** What the cell says in words; empty where it is not understood. */
    public String words(MatrixDraft.Row row, String scenario) {
        List<String> levels = getMatrix().table().levels();
        return MatrixFile.cell(row.cells().getOrDefault(scenario, ""), levels)
                .map((MatrixCell cell) -> words.cell(cell, levels))
                .orElse("");
    }

    public boolean isEmergency(String row) {
        return row.equals(ConditionMatrix.EMERGENCY);
    }

    public String levelNames() {
        return String.join(
                " / ", getMatrix().table().levels().stream().map(words::level).toList());
    }

    public String cell(MatrixDraft.Row row, String scenario) {
        return typed(field(row.activity(), scenario), stored(row, scenario));
    }

    public String stored(MatrixDraft.Row row, String scenario) {
        return row.cells().getOrDefault(scenario, "");
    }

    /** So that a save knows over what it was typed. */
    public String was(MatrixDraft.Row row, String scenario) {
        return seenIn(field(row.activity(), scenario), stored(row, scenario));
    }

    /** @param language of the note, {@code vi} or {@code en} */
    public String note(MatrixDraft.Row row, String language) {
        return typed(noteField(row, language), storedNote(row, language));
    }

    private static String noteField(MatrixDraft.Row row, String language) {
        return NOTE + ":" + row.activity() + ":" + language;
    }

    public String noteWas(MatrixDraft.Row row, String language) {
        return seenIn(noteField(row, language), storedNote(row, language));
    }

    public String storedNote(MatrixDraft.Row row, String language) {
        return language.equals("vi") ? row.noteVi() : row.noteEn();
    }

    public void saveCells() {
        List<Sent> sent = changedFields();
        tellSaved(
                matrices.saveCells(
                        actor.get(),
                        id(),
                        sent.stream()
                                .filter(each -> !each.kind().equals(NOTE))
                                .map(each -> new Matrices.Cell(each.row(), each.column(), each.was(), each.text()))
                                .toList(),
                        sent.stream()
                                .filter(each -> each.kind().equals(NOTE))
                                .map(each -> new Matrices.Note(each.row(), each.column(), each.was(), each.text()))
                                .toList()),
                sent);
    }

    @Override
    void readAnew() {
        matrix = null;
    }

    /** What the catalogue has and the matrix has not. */
    public List<SelectItem> getNewActivities() {
        MatrixDraft table = getMatrix().table();
        return catalogue.activities(LocalDate.now(clock)).stream()
                .filter(each -> table.row(each.code()).isEmpty())
                .map(each -> new SelectItem(each.code(), language.of(each.nameVi(), each.nameEn())))
                .toList();
    }

    public void addActivity() {
        matrices.addActivity(actor.get(), id(), getRevision(), activity);
        messages.success("eligibility.matrix.activity-added", words.activity(activity));
        messages.go(address() + "#table");
    }

    public void removeActivity() {
        String gone = parameters.text("cells:remove");
        matrices.removeActivity(actor.get(), id(), getRevision(), gone);
        messages.success("eligibility.matrix.activity-removed", words.activity(gone));
        messages.go(address() + "#table");
    }

    @Override
    void save(String withCode, String vietnamese, String english, String byDocument) {
        matrices.saveAbout(actor.get(), id(), getRevision(), withCode, vietnamese, english, byDocument);
    }

    @Override
    void attach(String fileName, byte[] content) {
        matrices.attach(actor.get(), id(), getRevision(), fileName, content);
    }

    @Override
    void attachToShipped(String byDocument, String fileName, byte[] content) {
        matrices.attachToShipped(actor.get(), id(), getRevision(), byDocument, fileName, content);
    }

    @Override
    void doAttest() {
        matrices.attest(actor.get(), id(), getRevision());
    }

    @Override
    PublicId beginNext() {
        return matrices.beginFrom(actor.get(), id());
    }

    @Override
    void doDiscard() {
        matrices.discard(actor.get(), id(), getRevision());
    }

    @Override
    RuleForeseen<MatrixDifference> foresee(long place, Instant begin) {
        return matrices.foresee(actor.get(), id(), place, begin);
    }

    @Override
    void order(long place, String byDocument, Instant begin, int lastSeen) {
        matrices.putInForce(actor.get(), id(), place, byDocument, begin, lastSeen, true);
    }

    @Override
    List<RuleOrderView> allOrders() {
        return matrices.orders(actor.get());
    }

    @Override
    String difference(MatrixDifference difference) {
        return words.difference(difference);
    }

    public String getActivity() {
        return activity;
    }

    public void setActivity(String activity) {
        this.activity = activity;
    }
}
