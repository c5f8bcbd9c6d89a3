package vn.khanhhoa.thecovid.eligibility.fhir;

import java.util.List;

/**
 * Why a bundle is not taken.
 *
 * @param path as FHIRPath writes it: {@code Bundle.entry[3].resource.status}
 * @param key of the sentence
 * @param args what fills its gaps: names of elements and resources, never what a person's data say
 */
public record BundleFault(String path, String key, List<Object> args) {
    public BundleFault {
        args = List.copyOf(args);
    }
}
