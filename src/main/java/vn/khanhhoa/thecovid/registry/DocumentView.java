package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A file of a registration, without its content.
 *
 * @param size in bytes, before encryption
 */
public record DocumentView(
        PublicId id, DocumentKind kind, String fileName, String mediaType, int size, Instant uploadedAt) {
    /** Whether a browser shows it by itself, within a page. */
    public boolean isShown() {
        return isPicture() || mediaType.equals(DocumentFormat.PDF.mediaType());
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public long kilobytes() {
        return Math.max(1, Math.round(size / 1024.0));
    }
}
