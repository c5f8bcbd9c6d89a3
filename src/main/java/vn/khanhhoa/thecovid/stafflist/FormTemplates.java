package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.TemplateWorkbook;

/** The forms that an organisation may fill in today. */
@UseCase
public class FormTemplates {
    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    @Requires(Permission.ANYONE)
    public List<FormDefinition> inForce() {
        return forms.inForce(LocalDate.now(clock));
    }

    /** The {@code .xlsx} to fill in, with the organisation's own workplaces to choose from. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] workbook(Actor actor, String code) {
        LocalDate today = LocalDate.now(clock);
        FormDefinition form = forms.inForce(code, today).orElseThrow(NotFound::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(form, forms.references(actor.organisationId(), today)).write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}
