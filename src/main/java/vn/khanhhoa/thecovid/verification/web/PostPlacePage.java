package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.PostPlaces;

/** The coordinates of a post, on its page. */
@Named
@RequestScoped
public class PostPlacePage {
    @Inject
    private PostPlaces places;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private @Nullable String text;

    public void save() {
        places.put(actor.get(), getId(), getText());
        messages.success("verification.post-placed");
        messages.go(PostParts.address(getId(), PostParts.PLACE));
    }

    public String getText() {
        String known = text;
        if (known == null) {
            known = places.at(actor.get(), getId());
            text = known;
        }
        return known;
    }

    public void setText(@Nullable String typed) {
        text = typed == null ? "" : typed;
    }

    private PublicId getId() {
        return parameters.id("id");
    }
}
