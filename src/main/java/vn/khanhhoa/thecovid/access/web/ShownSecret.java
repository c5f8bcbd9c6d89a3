package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import vn.khanhhoa.thecovid.access.ApiClientKeeping;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Carries the secret of a program over the redirect to the one page that shows it, once. */
@SessionScoped
public class ShownSecret implements Serializable {
    private String client = "";
    private String secret = "";

    void keep(ApiClientKeeping.Made made) {
        client = made.id().toString();
        secret = made.secret();
    }

    /** Empty where there is none, or it was shown. */
    String take(PublicId id) {
        String shown = client.equals(id.toString()) ? secret : "";
        client = "";
        secret = "";
        return shown;
    }
}
