package vn.khanhhoa.thecovid.notification.carrier;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A message in clear text on its way out.
 *
 * @param id the same with each attempt: the Message-ID of a mail, the key of an SMS
 * @param recipient an address, or a mobile number of ten digits
 * @param subject empty for an SMS
 */
public record Outgoing(PublicId id, String recipient, String subject, String body) {
    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
