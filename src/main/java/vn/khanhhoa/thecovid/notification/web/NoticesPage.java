package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.NoticeView;
import vn.khanhhoa.thecovid.notification.Notices;

/** What stands, stood and will stand at the top of pages. */
@Named
@RequestScoped
public class NoticesPage {
    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    public List<NoticeView> getNotices() {
        return notices.all(actor.get());
    }
}
