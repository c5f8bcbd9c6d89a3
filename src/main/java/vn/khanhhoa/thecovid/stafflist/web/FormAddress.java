package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;
import vn.khanhhoa.thecovid.stafflist.FormVersion;

/** The version of a form that the address of an administrator's page names. */
@RequestScoped
class FormAddress {
    @Inject
    private Parameters parameters;

    @Inject
    private FormAdministration administration;

    @Inject
    private CurrentActor actor;

    String code() {
        return parameters.text("code");
    }

    int version() {
        String version = parameters.text("version");
        if (!version.matches("\\d{1,6}")) {
            throw new NotFound();
        }
        return Integer.parseInt(version);
    }

    FormVersion stored() {
        return administration.version(actor.get(), code(), version());
    }

    FormVersion draft() {
        FormVersion stored = stored();
        if (!stored.isDraft()) {
            throw new NotFound();
        }
        return stored;
    }

    static String page(String code, int version) {
        return "/admin/form-version?code=" + code + "&version=" + version;
    }
}
