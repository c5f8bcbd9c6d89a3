package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.AcceptedRow;
import vn.khanhhoa.thecovid.eligibility.AcceptedRows;
import vn.khanhhoa.thecovid.eligibility.ImportView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The rows of a file of records that were taken, some at a time, from a row on or up to one. */
@Named
@RequestScoped
public class ImportRowsPage {
    private static final int PAGE = 50;

    /** A link to rows of one outcome. @param key of its words */
    public record Link(String key, int rows, String path, boolean chosen) {}

    @Inject
    private RecordImports imports;

    @Inject
    private AcceptedRows accepted;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable ImportView view;
    private List<AcceptedRow> rows = List.of();
    private boolean more;
    private boolean earlier;

    @PostConstruct
    void read() {
        view = imports.view(actor.get(), id());
        int before = number("before");
        if (before > 0) {
            List<AcceptedRow> found = accepted.before(actor.get(), id(), outcome(), before, PAGE + 1);
            earlier = found.size() > PAGE;
            more = true;
            rows = found.subList(earlier ? 1 : 0, found.size());
        } else {
            int after = number("after");
            List<AcceptedRow> found = accepted.after(actor.get(), id(), outcome(), after, PAGE + 1);
            earlier = after > 0;
            more = found.size() > PAGE;
            rows = found.subList(0, Math.min(PAGE, found.size()));
        }
    }

    public void load() {
        getView();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    private int number(String parameter) {
        String text = parameters.text(parameter);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Optional<AcceptedRow.Outcome> outcome() {
        return outcome(parameters.text("outcome"));
    }

    /** As addresses have it; empty for all. */
    static Optional<AcceptedRow.Outcome> outcome(String text) {
        return Arrays.stream(AcceptedRow.Outcome.values())
                .filter(each -> written(each).equals(text))
                .findFirst();
    }

    private static String written(AcceptedRow.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    public ImportView getView() {
        return Objects.requireNonNull(view);
    }

    public List<AcceptedRow> getRows() {
        return rows;
    }

    public List<Link> getLinks() {
        ImportView sent = getView();
        return List.of(
                link("eligibility.row-outcome.all", sent.added() + sent.replacing() + sent.same(), Optional.empty()),
                link(AcceptedRow.Outcome.ADDED, sent.added()),
                link(AcceptedRow.Outcome.REPLACING, sent.replacing()),
                link(AcceptedRow.Outcome.SAME, sent.same()));
    }

    private Link link(AcceptedRow.Outcome outcome, int count) {
        return link(outcome.key(), count, Optional.of(outcome));
    }

    private Link link(String key, int count, Optional<AcceptedRow.Outcome> of) {
        return new Link(key, count, path("import-rows", of), of.equals(outcome()));
    }

    private String path(String page, Optional<AcceptedRow.Outcome> of) {
        return "/health-data/" + page + "?id=" + id()
                + of.map(each -> "&outcome=" + written(each)).orElse("");
    }

    /** All of these as a file. */
    public String getFile() {
        return path("import-rows-file", outcome());
    }

    /** Empty on the first page, as the next one is on the last. */
    public String getPrevious() {
        return earlier && !rows.isEmpty()
                ? path("import-rows", outcome()) + "&before=" + rows.get(0).row()
                : "";
    }

    public String getNext() {
        return more && !rows.isEmpty()
                ? path("import-rows", outcome()) + "&after="
                        + rows.get(rows.size() - 1).row()
                : "";
    }
}
