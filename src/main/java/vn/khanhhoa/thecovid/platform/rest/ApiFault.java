package vn.khanhhoa.thecovid.platform.rest;

import java.util.List;

/**
 * What is wrong with one member of what was sent.
 *
 * @param member its name
 * @param code also the key of the sentence, whose gaps the arguments fill
 */
public record ApiFault(String member, String code, List<Object> args) {
    public ApiFault {
        args = List.copyOf(args);
    }
}
