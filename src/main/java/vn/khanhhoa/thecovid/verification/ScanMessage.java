package vn.khanhhoa.thecovid.verification;

import org.jspecify.annotations.Nullable;

/**
 * A check as a device tells of it, right or wrong.
 *
 * @param id that the device gave it
 * @param post of the sheet by which it was made; none for the one where the device is
 * @param number of the card, where one was read
 * @param online whether the portal was asked
 */
public record ScanMessage(
        @Nullable String id,
        @Nullable String post,
        @Nullable String at,
        @Nullable String direction,
        @Nullable String activity,
        @Nullable String way,
        @Nullable String paper,
        @Nullable String number,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String level,
        boolean online) {}
