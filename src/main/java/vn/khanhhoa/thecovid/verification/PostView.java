package vn.khanhhoa.thecovid.verification;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A post as it is kept.
 *
 * @param number inside
 * @param agencyId that answers for it
 */
public record PostView(long number, PublicId id, long agencyId, PostForm form, int version) {
    public PostKind kind() {
        return form.kind();
    }

    public String name() {
        return form.name();
    }
}
