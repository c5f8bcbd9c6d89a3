package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.review.Rerouting;

/** Agencies that have ended and still have open work, for the administrator's notice. */
@Named
@RequestScoped
public class EndedAgencies {
    @Inject
    private Rerouting rerouting;

    @Inject
    private CurrentActor actor;

    private @Nullable List<Rerouting.Ending> left;

    public List<Rerouting.Ending> getLeft() {
        List<Rerouting.Ending> known = left;
        if (known == null) {
            known = rerouting.left(actor.get());
            left = known;
        }
        return known;
    }
}
