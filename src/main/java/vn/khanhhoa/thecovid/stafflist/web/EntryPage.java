package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

@Named
@RequestScoped
public class EntryPage {
    @Inject
    private EntryReading reading;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable EntryView entry;

    public void load() {
        getEntry();
    }

    public EntryView getEntry() {
        EntryView known = entry;
        if (known == null) {
            known = reading.own(actor.get(), getId());
            entry = known;
        }
        return known;
    }

    public RegistrationCode getCode() {
        return reading.code(actor.get(), getId());
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
