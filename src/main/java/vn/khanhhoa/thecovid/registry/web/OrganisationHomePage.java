package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;

/** Where an officer lands: what is done and what comes next. */
@Named
@RequestScoped
public class OrganisationHomePage {
    @Inject
    private Organisations organisations;

    @Inject
    private CurrentActor actor;

    public OrganisationView getOrganisation() {
        return organisations.view(actor.get().organisationId());
    }
}
