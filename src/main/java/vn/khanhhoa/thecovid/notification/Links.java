package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Where messages send their readers. Nothing in an address names a person or holds a code. */
@ApplicationScoped
class Links {
    private static final String INVITATION = "/public/invitation#";
    private static final Pattern SECRET = Pattern.compile("(" + Pattern.quote(INVITATION) + ")\\S+");
    static final String REGISTRATION = "/organisation/registration";

    static final String COLLEAGUES = "/organisation/colleagues";
    static final String HOME = "/organisation/home";

    @Inject
    private PublicAddress address;

    String of(String path) {
        return address.link(path);
    }

    /** The secret is a fragment: a browser keeps it to itself. */
    String invitation(String secret) {
        return of(INVITATION + secret);
    }

    /** A text without the secrets of invitations that it holds. */
    static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll("$1•••");
    }

    String signIn() {
        return of("/public/sign-in");
    }

    String status() {
        return of("/citizen/status");
    }

    String privacy() {
        return of("/public/privacy");
    }

    static String entry(PublicId entry) {
        return "/organisation/entry?id=" + entry;
    }

    static String entriesOf(PublicId list) {
        return "/organisation/staff-list-entries?id=" + list;
    }
}
