package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.DeviceView;
import vn.khanhhoa.thecovid.verification.Devices;
import vn.khanhhoa.thecovid.verification.PostFilter;
import vn.khanhhoa.thecovid.verification.Posts;

/** The devices of the agency's posts. */
@Named
@RequestScoped
public class DevicesPage {
    private static final int MOST_POSTS = 500;

    @Inject
    private Devices devices;

    @Inject
    private Posts posts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String name = "";
    private String post = "";
    private @Nullable List<DeviceView> all;

    public List<DeviceView> getAll() {
        List<DeviceView> known = all;
        if (known == null) {
            known = devices.all(actor.get());
            all = known;
        }
        return known;
    }

    public void add() {
        told(devices.add(actor.get(), PublicId.parse(post).orElse(null), name));
    }

    /** Where a device can be. */
    public List<SelectItem> getPosts() {
        return posts.list(actor.get(), PostFilter.ALL, 0, MOST_POSTS).stream()
                .map(line ->
                        new SelectItem(line.post().id().toString(), line.post().name()))
                .toList();
    }

    public void anotherCode() {
        told(devices.anotherCode(actor.get(), parameters.id("form:code")));
    }

    public void shutOut() {
        devices.shutOut(actor.get(), parameters.id("form:out"));
        messages.success("verification.device-is-shut-out");
        messages.go("/agency-head/devices");
    }

    /** Told in the next answer and never again: it is kept nowhere in clear. */
    private void told(Devices.Code code) {
        messages.success("verification.device-code-is", code.code());
        messages.go("/agency-head/devices");
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String typed) {
        name = typed == null ? "" : typed;
    }

    public String getPost() {
        return post;
    }

    public void setPost(@Nullable String chosen) {
        post = chosen == null ? "" : chosen;
    }
}
