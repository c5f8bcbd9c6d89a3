package vn.khanhhoa.thecovid.notification;

import vn.khanhhoa.thecovid.shared.PublicId;

/** A notice as it is kept. */
public record NoticeView(PublicId id, NoticeText text, State state, int version) {
    /** Whether its time has come. */
    public enum State {
        PLANNED,
        SHOWN,
        OVER;

        /** Key of the label. */
        public String key() {
            return "notification.notice.state." + name();
        }

        public String tone() {
            return this == SHOWN ? "good" : "neutral";
        }
    }
}
