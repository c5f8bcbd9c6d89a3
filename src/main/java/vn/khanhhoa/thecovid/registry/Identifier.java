package vn.khanhhoa.thecovid.registry;

import java.util.Locale;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What an organisation says it is known by, in the one spelling that is stored; the value is empty for kind NONE. */
record Identifier(IdentifierKind kind, String value) {
    private static final int LONGEST = 40;

    /** Spaces do not count, nor does the case of letters; a tax code is written without its dots and hyphens. */
    static Identifier of(IdentifierKind kind, String text) {
        return switch (kind) {
            case NONE -> new Identifier(kind, "");
            case TAX_CODE -> new Identifier(kind, TaxCode.parse(text).value());
            case ESTABLISHMENT_NO, HOUSEHOLD_NO, AGENCY_CODE -> new Identifier(kind, normalised(text));
        };
    }

    boolean isComplete() {
        return kind == IdentifierKind.NONE || !value.isEmpty();
    }

    private static String normalised(String text) {
        String value = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new RuleViolation("registry.identifier-missing");
        }
        if (value.length() > LONGEST || !value.matches("[\\p{L}\\p{N}./_-]+")) {
            throw new RuleViolation("registry.identifier-shape", LONGEST);
        }
        return value;
    }
}
