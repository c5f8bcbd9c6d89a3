package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrderView;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetSummary;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.PublicId;

/** All criteria sets, what is in force where, and the ways to begin a draft. */
@Named
@RequestScoped
public class CriteriaSetsPage {
    private static final int LARGEST_KB = 1_000;

    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable List<CriteriaOrderView> all;
    private String shipped = "";
    private @Nullable Part file;
    private List<String> problems = List.of();

    public List<CriteriaSetSummary> getSets() {
        return sets.list(actor.get());
    }

    public boolean isDrafting() {
        return actor.get().may(Permission.DRAFT_CRITERIA);
    }

    private List<CriteriaOrderView> all() {
        List<CriteriaOrderView> known = all;
        if (known == null) {
            known = orders.orders(actor.get());
            all = known;
        }
        return known;
    }

    /** Of each place the order that holds now. */
    public List<CriteriaOrderView> getInForce() {
        Instant now = clock.instant();
        Map<Long, CriteriaOrderView> current = new LinkedHashMap<>();
        all().stream()
                .filter(order -> !order.from().isAfter(now))
                .forEach(order ->
                        current.merge(order.place().id(), order, (one, other) -> isLater(other, one) ? other : one));
        return List.copyOf(current.values());
    }

    private static boolean isLater(CriteriaOrderView one, CriteriaOrderView other) {
        int begins = one.from().compareTo(other.from());
        return begins > 0 || begins == 0 && one.number() > other.number();
    }

    /** Every order there is but those that hold now: to come, over, or overtaken. */
    public List<CriteriaOrderView> getOthers() {
        List<CriteriaOrderView> current = getInForce();
        return all().stream().filter(order -> !current.contains(order)).toList();
    }

    public List<SelectItem> getShippedSets() {
        return sets.shipped(actor.get()).stream()
                .map(set -> new SelectItem(set.code(), language.of(set.nameVi(), set.nameEn())))
                .toList();
    }

    public void begin() {
        begun(sets.beginFromShipped(actor.get(), shipped));
    }

    private void begun(PublicId id) {
        messages.success("eligibility.sets.begun");
        messages.go("/criteria-office/criteria-set?id=" + id);
    }

    public void importFile() throws IOException {
        Part sent = file;
        if (sent == null || sent.getSize() == 0) {
            messages.errorAt("import:file", "eligibility.sets.file-missing");
            return;
        }
        if (sent.getSize() > LARGEST_KB * 1_024L) {
            messages.errorAt("import:file", "eligibility.sets.file-too-large", LARGEST_KB);
            return;
        }
        try (InputStream in = sent.getInputStream()) {
            CriteriaSets.Imported imported =
                    sets.beginFromFile(actor.get(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (imported.id().isPresent()) {
                begun(imported.id().get());
            } else {
                messages.errorAt("import:file", "eligibility.sets.file-not-usable");
                problems = imported.problems().stream()
                        .map(problem -> problem.text(language.getLocale()))
                        .toList();
            }
        }
    }

    /** Of the file that was just refused. */
    public List<String> getProblems() {
        return problems;
    }

    public String getShipped() {
        return shipped;
    }

    public void setShipped(String shipped) {
        this.shipped = shipped;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
