package vn.khanhhoa.thecovid.access;

/** Somebody is to be sent a link that sets their password; the secret is in clear text here and nowhere else. */
public record AccountInvited(String email, String secret) {
    @Override
    public String toString() {
        return "AccountInvited[…]";
    }
}
