package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Proposals;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One batch before its approver. */
@Named
@RequestScoped
public class ProposalPage {
    private static final int PAGE = 100;

    @Inject
    private Proposals proposals;

    @Inject
    private Reviewing reviewing;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    private int shown;
    private Instant until = Instant.EPOCH;
    private boolean atOnce;
    private String remark = "";
    private Proposals.@Nullable Batch batch;
    private @Nullable List<Proposals.Proposed> rows;

    /** A batch that was decided since, or taken back, leads to those that are left. */
    public void load() {
        if (find().isEmpty()) {
            gone();
        }
    }

    private void gone() {
        messages.error("review.nothing-proposed");
        messages.go("/agency-head/proposals");
    }

    private Optional<Proposals.Batch> find() {
        Proposals.BatchKey key = key();
        return proposals.batches(actor.get()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    public Proposals.Batch getBatch() {
        Proposals.Batch known = batch;
        if (known == null) {
            known = find().orElseThrow(NotFound::new);
            batch = known;
            if (shown == 0) {
                shown = known.entries();
                until = known.latest();
            }
        }
        return known;
    }

    private Proposals.BatchKey key() {
        return Proposals.BatchKey.parse(getKey()).orElseThrow(NotFound::new);
    }

    public String getKey() {
        return parameters.text("batch");
    }

    /** With levels that the data makes; that they were listed goes on record. */
    public List<Proposals.Proposed> getRows() {
        List<Proposals.Proposed> known = rows;
        if (known == null) {
            known = names.learn(
                    proposals.entries(actor.get(), key(), getPaging().first(), PAGE),
                    Proposals.Proposed::organisationId);
            int leveled =
                    (int) known.stream().filter(row -> !row.level().isEmpty()).count();
            if (leveled > 0) {
                reviewing.levelsListed(actor.get(), leveled);
            }
            rows = known;
        }
        return known;
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getBatch().entries(), Map.of("batch", getKey()));
    }

    /** Not together with what the approver has just marked as not agreed to. */
    public void approve() {
        if (!chosen().isEmpty()) {
            messages.error("review.chosen-not-approved", chosen().size());
            return;
        }
        if (find().isEmpty()) {
            gone();
            return;
        }
        PublicId id = proposals.approve(actor.get(), key(), new Proposals.Shown(shown, until), atOnce);
        messages.go("/agency-head/approval?id=" + id);
    }

    public boolean isChosen(PublicId id) {
        return chosen().contains(id);
    }

    public void decline() {
        if (find().isEmpty()) {
            gone();
            return;
        }
        int declined = proposals.decline(actor.get(), key(), chosen(), remark);
        messages.success("review.declined", declined);
        // To what is left of the batch, near to where the approver was.
        batch = null;
        messages.go(
                find().isPresent()
                        ? "/agency-head/proposal" + getPaging().link(getPaging().page())
                        : "/agency-head/proposals");
    }

    private Set<PublicId> chosen() {
        String[] ticked = Objects.requireNonNullElse(request.getParameterValues("chosen"), new String[0]);
        Set<PublicId> ids = new LinkedHashSet<>();
        Arrays.stream(ticked).map(PublicId::parse).flatMap(Optional::stream).forEach(ids::add);
        return ids;
    }

    public int getShown() {
        return shown;
    }

    public void setShown(int shown) {
        this.shown = shown;
    }

    public String getUntil() {
        return until.toString();
    }

    public void setUntil(String until) {
        try {
            this.until = Instant.parse(until);
        } catch (DateTimeParseException tampered) {
            this.until = Instant.EPOCH;
        }
    }

    public boolean isAtOnce() {
        return atOnce;
    }

    public void setAtOnce(boolean atOnce) {
        this.atOnce = atOnce;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(@Nullable String remark) {
        this.remark = Objects.requireNonNullElse(remark, "");
    }
}
