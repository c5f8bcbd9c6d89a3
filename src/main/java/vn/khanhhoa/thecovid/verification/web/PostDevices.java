package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.DeviceView;
import vn.khanhhoa.thecovid.verification.Devices;

/** The devices at the post that a page is about. */
@Named
@RequestScoped
public class PostDevices {
    @Inject
    private Devices devices;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable List<DeviceView> here;
    private String name = "";
    private String other = "";

    private PublicId id() {
        return parameters.id("id");
    }

    /** Those that are not shut out. */
    public List<DeviceView> getHere() {
        List<DeviceView> known = here;
        if (known == null) {
            known = devices.at(actor.get(), id()).stream()
                    .filter(each -> !each.isShutOut())
                    .toList();
            here = known;
        }
        return known;
    }

    /** Devices of the agency that are elsewhere, or nowhere yet. */
    public List<SelectItem> getOthers() {
        return devices.all(actor.get()).stream()
                .filter(each -> !each.isShutOut() && !id().equals(each.post()))
                .map(each -> new SelectItem(
                        each.id().toString(),
                        each.postName().isEmpty() ? each.name() : each.name() + " – " + each.postName()))
                .toList();
    }

    /** The code is told in the next answer and never again: it is kept nowhere in clear. */
    public void add() {
        messages.success(
                "verification.device-code-is",
                devices.add(actor.get(), id(), name).code());
        again();
    }

    public void bring() {
        PublicId.parse(other)
                .ifPresentOrElse(
                        chosen -> {
                            devices.move(actor.get(), chosen, id());
                            messages.success("verification.device-moved");
                            again();
                        },
                        () -> messages.errorAt("bring:device", "verification.device-bring-missing"));
    }

    public void takeAway() {
        devices.move(actor.get(), parameters.id("here:away"), null);
        messages.success("verification.device-moved");
        again();
    }

    private void again() {
        messages.go(PostParts.address(id(), PostParts.DEVICES));
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String typed) {
        name = Objects.requireNonNullElse(typed, "");
    }

    public String getOther() {
        return other;
    }

    public void setOther(@Nullable String chosen) {
        other = Objects.requireNonNullElse(chosen, "");
    }
}
