package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.verification.PostBoard;

/** Which posts of the agency scan. */
@Named
@RequestScoped
public class PostBoardPage {
    private static final int PAGE = 50;

    @Inject
    private PostBoard board;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable Instant until;
    private PostBoard.@Nullable Sums sums;
    private @Nullable List<PostBoard.Row> rows;

    /** The full hour up to which the figures are. */
    public Instant getUntil() {
        Instant known = until;
        if (known == null) {
            known = board.cutOff(actor.get(), MomentText.read(getAsked()).orElse(null));
            until = known;
        }
        return known;
    }

    /** As it was typed. */
    public String getAsked() {
        return parameters.text("until").strip();
    }

    public boolean isUnclear() {
        return !getAsked().isEmpty() && MomentText.read(getAsked()).isEmpty();
    }

    /** Whether an hour was asked for of which there are no figures yet. */
    public boolean isToCome() {
        return MomentText.read(getAsked())
                .filter(hour -> hour.truncatedTo(ChronoUnit.HOURS).isAfter(getUntil()))
                .isPresent();
    }

    public PostBoard.Sums getSums() {
        PostBoard.Sums known = sums;
        if (known == null) {
            known = board.sums(actor.get(), getUntil());
            sums = known;
        }
        return known;
    }

    public PostBoard.Which getWhich() {
        return PostBoard.Which.of(parameters.text("which"));
    }

    public PostBoard.Which[] getChoices() {
        return PostBoard.Which.values();
    }

    public List<PostBoard.Row> getRows() {
        List<PostBoard.Row> known = rows;
        if (known == null) {
            known = board.rows(actor.get(), getWhich(), getUntil(), getPaging().first(), PAGE);
            rows = known;
        }
        return known;
    }

    public Paging getPaging() {
        long total = switch (getWhich()) {
            case ALL -> getSums().registered();
            case ACTIVE -> getSums().active();
            case QUIET -> getSums().quiet();
        };
        return Paging.of(
                parameters.page(), PAGE, total, Map.of("which", getWhich().name(), "until", getAsked()));
    }
}
