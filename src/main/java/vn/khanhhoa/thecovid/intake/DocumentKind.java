package vn.khanhhoa.thecovid.intake;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of identity documents, by the codes that templates use. */
public enum DocumentKind {
    /** Citizen identity card with the personal number of 12 digits (căn cước công dân, căn cước). */
    CCCD,
    /** Identity card of 9 digits, issued before 2021. */
    CMND,
    PASSPORT;

    static Optional<DocumentKind> named(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
