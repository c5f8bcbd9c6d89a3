package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.PublicId;

/** All criteria sets, or all versions of the matrix: what is in force where, what there is, and reading one from a file. */
public abstract class RuleListPage {
    private static final int LARGEST_KB = 1_000;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable List<RuleOrderView> all;
    private @Nullable Part file;
    private List<String> problems = List.of();

    public abstract List<RuleSetSummary> getSets();

    /** As {@link ComparisonPage} calls them. */
    public abstract String getKind();

    /** Path of the page of one of them. */
    public abstract String getPath();

    abstract List<RuleOrderView> orders();

    /** The draft that the file made, or what is wrong with it. */
    abstract Optional<PublicId> beginFrom(String text);

    public boolean isDrafting() {
        return actor.get().may(Permission.DRAFT_CRITERIA);
    }

    private List<RuleOrderView> all() {
        List<RuleOrderView> known = all;
        if (known == null) {
            known = orders();
            all = known;
        }
        return known;
    }

    /** Of each place the order that holds now. */
    public List<RuleOrderView> getInForce() {
        Instant now = clock.instant();
        Map<Long, RuleOrderView> current = new LinkedHashMap<>();
        all().stream()
                .filter(order -> !order.from().isAfter(now) && !order.isTakenBack())
                .forEach(order ->
                        current.merge(order.place().id(), order, (one, other) -> isLater(other, one) ? other : one));
        return current.values().stream().filter(order -> !order.isOver(now)).toList();
    }

    private static boolean isLater(RuleOrderView one, RuleOrderView other) {
        int begins = one.from().compareTo(other.from());
        return begins > 0 || begins == 0 && one.number() > other.number();
    }

    /** Every order there is but those that hold now: to come, over, or overtaken. */
    public List<RuleOrderView> getOthers() {
        List<RuleOrderView> current = getInForce();
        return all().stream().filter(order -> !current.contains(order)).toList();
    }

    void begun(PublicId id) {
        messages.success("eligibility.sets.begun");
        messages.go(getPath() + "?id=" + id);
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
            Optional<PublicId> begun = beginFrom(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (begun.isPresent()) {
                begun(begun.get());
            } else {
                messages.errorAt("import:file", "eligibility.sets.file-not-usable");
            }
        }
    }

    void refused(List<String> why) {
        problems = why;
    }

    /** Of the file that was just refused. */
    public List<String> getProblems() {
        return problems;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
