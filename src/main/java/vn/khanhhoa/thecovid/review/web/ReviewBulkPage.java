package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A bulk decision: what would become of each entry, how far it is, what became of each. */
@Named
@RequestScoped
public class ReviewBulkPage {
    private static final String PAGE = "/agency/review-bulk?id=";
    private static final int SIZE = 50;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private QueueAddress queue;

    @Inject
    private OrganisationNames names;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats format;

    @Inject
    private CurrentActor actor;

    private BulkDecisions.@Nullable Progress progress;
    private BulkDecisions.@Nullable Proposed proposed;

    public void load() {
        getProgress();
    }

    public void begin() {
        begin(false);
    }

    /** But nobody who would have two. */
    public void beginWithoutTwice() {
        begin(true);
    }

    private void begin(boolean leaveTwice) {
        bulk.begin(actor.get(), getId(), leaveTwice);
        messages.go(PAGE + getId() + queue.getParameters());
    }

    public void undo() {
        bulk.undo(actor.get(), getId());
        messages.go(PAGE + getId() + queue.getParameters());
    }

    public void atOnce() {
        BulkDecisions.AtOnce done = bulk.atOnce(actor.get(), getId());
        if (done.effective() > 0) {
            messages.success("review.bulk-takes-effect", format.number(done.effective()));
        } else if (done.withdrawn() + done.changed() == 0) {
            messages.error("review.too-late");
        }
        say("review.bulk-now-withdrawn", done.withdrawn());
        say("review.bulk-now-changed", done.changed());
        messages.go(PAGE + getId() + queue.getParameters());
    }

    private void say(String leftOut, int entries) {
        if (entries > 0) {
            messages.success(leftOut, format.number(entries));
        }
    }

    public BulkDecisions.Progress getProgress() {
        BulkDecisions.Progress known = progress;
        if (known == null) {
            known = bulk.progress(actor.get(), getId());
            progress = known;
        }
        return known;
    }

    /** Of what would be decided, how much the head did not agree to before. */
    public long getDeclined() {
        return bulk.declined(actor.get(), getId());
    }

    /** What has become of its proposals by now. */
    public BulkDecisions.Proposed getProposed() {
        BulkDecisions.Proposed known = proposed;
        if (known == null) {
            known = bulk.proposed(actor.get(), getId());
            proposed = known;
        }
        return known;
    }

    public String getAgencyName() {
        return catalogue.agency(getProgress().agencyId()).map(AgencyView::name).orElse("");
    }

    /** The group whose entries are listed; empty for none. */
    public String getGroup() {
        String wanted = parameters.text("group");
        return getProgress().groups().stream()
                .map(BulkDecisions.Group::what)
                .filter(wanted::equals)
                .findFirst()
                .orElse("");
    }

    public String getGroupKey() {
        return getProgress().groups().stream()
                .filter(group -> group.what().equals(getGroup()))
                .findFirst()
                .map(BulkDecisions.Group::key)
                .orElse("review.choose");
    }

    public Paging getPaging() {
        long total = getProgress().groups().stream()
                .filter(group -> group.what().equals(getGroup()))
                .mapToLong(BulkDecisions.Group::entries)
                .sum();
        Map<String, String> kept = new LinkedHashMap<>(queue.carried());
        kept.put("id", getId().toString());
        kept.put("group", getGroup());
        return Paging.of(parameters.page(), SIZE, total, kept);
    }

    public List<BulkDecisions.Line> getLines() {
        return names.learn(
                bulk.lines(actor.get(), getId(), getGroup(), getPaging().first(), SIZE),
                BulkDecisions.Line::organisationId);
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
