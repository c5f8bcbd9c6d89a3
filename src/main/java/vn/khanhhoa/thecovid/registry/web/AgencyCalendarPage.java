package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The working time of any agency, for administrators. */
@Named
@RequestScoped
public class AgencyCalendarPage extends CalendarForm {
    @Inject
    private Parameters parameters;

    @Override
    PublicId agency() {
        return parameters.id("agency");
    }

    @Override
    String path() {
        return "/admin/agency-calendar?agency=" + agency();
    }

    public void load() {
        getCalendar();
    }
}
