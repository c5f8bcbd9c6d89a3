package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.NoticeView;
import vn.khanhhoa.thecovid.notification.Notices;

/** The notices at the top of this page, without those that this reader has closed. */
@Named("noticeBanners")
@RequestScoped
public class NoticeBanners {
    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<NoticeView> shown;

    public List<NoticeView> getShown() {
        List<NoticeView> known = shown;
        if (known == null) {
            Set<String> closed = NoticeClosing.closed(request.getSession(false));
            known = notices.current(actor.get()).stream()
                    .filter(notice -> !closed.contains(notice.id().toString()))
                    .toList();
            shown = known;
        }
        return known;
    }
}
