package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the recipients of invitations would have received: the last secret for each address. */
@ApplicationScoped
public class SentInvitations {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    void keep(@Observes AccountInvited invited) {
        secrets.put(invited.email(), invited.secret());
    }

    public boolean hasSecretFor(String email) {
        return secrets.containsKey(email);
    }

    public String secretFor(String email) {
        String secret = secrets.get(email);
        if (secret == null) {
            throw new AssertionError("nobody was invited at " + email);
        }
        return secret;
    }
}
