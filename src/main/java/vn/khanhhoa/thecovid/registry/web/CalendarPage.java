package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The working time of one's own agency, for its head. */
@Named
@RequestScoped
public class CalendarPage extends CalendarForm {
    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Override
    PublicId agency() {
        return catalogue
                .agency(actor.get().agencyId())
                .map(AgencyView::publicId)
                .orElseThrow(NotFound::new);
    }

    @Override
    String path() {
        return "/agency-head/calendar";
    }
}
