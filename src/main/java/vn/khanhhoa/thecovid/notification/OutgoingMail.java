package vn.khanhhoa.thecovid.notification;

import vn.khanhhoa.thecovid.shared.PublicId;

/** A message in clear text on its way to the mail server. */
public record OutgoingMail(PublicId id, String recipient, String subject, String body) {
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}
