package vn.khanhhoa.thecovid.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A program's access as its organisation's administrator sees it; state is ACTIVE, EXPIRED or REVOKED. */
public record ApiClientView(
        PublicId id,
        String name,
        List<ApiScope> scopes,
        String state,
        String creator,
        Instant createdAt,
        Instant secretMadeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public boolean isRevoked() {
        return revokedAt != null;
    }

    public String tone() {
        return switch (state) {
            case "ACTIVE" -> "good";
            case "EXPIRED" -> "warn";
            default -> "neutral";
        };
    }
}
