package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.SelfRegistration;

/** A visitor registers an organisation. */
@Named
@RequestScoped
public class RegisterPage {
    @Inject
    private SelfRegistration registration;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String typeCode = "";
    private String name = "";
    private String identifier = "";
    private String contactName = "";
    private String email = "";

    public void register() {
        boolean received = registration.register(
                new SelfRegistration.Application(typeCode, name, identifier, contactName, email),
                actor.networkAddress());
        if (received) {
            messages.go("/public/register?done=true");
        } else {
            messages.error("registry.too-many-attempts");
        }
    }

    public String getTypeCode() {
        return typeCode;
    }

    public void setTypeCode(@Nullable String typeCode) {
        this.typeCode = typeCode == null ? "" : typeCode;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(String contactName) {
        this.contactName = contactName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
