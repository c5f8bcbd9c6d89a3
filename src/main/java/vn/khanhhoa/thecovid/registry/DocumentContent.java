package vn.khanhhoa.thecovid.registry;

/** A file to be handed over. */
public record DocumentContent(String fileName, String mediaType, byte[] content) {}
